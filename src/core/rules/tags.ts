import { code, concluded } from '../canton/sources';
import type { AwsKms } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import { changeAws } from './change';
import { eachKms } from './each';
import type { Finding, Rule } from './finding';

/** AWS takes 50 tags on a key, and Canton sets one itself. */
const mostTags = 49;
const source = code('config', 'KmsConfig.scala', '3.6');

/** Tags on the keys that Canton creates: from 3.6 on. */
export const tagRule: Rule = (plan) =>
  eachKms(plan, (kms, at, index) => {
    if (kms.type !== 'aws' || kms.customTags.length === 0) return [];
    const path = `${at}.customTags`;
    return plan.release === '3.6' ? [...tooMany(kms, path), ...each(kms, path, index)] : [notInLine(plan, path)];
  });

function notInLine(plan: Plan, path: Path): Finding {
  return {
    id: 'tags-not-in-line',
    severity: 'note',
    path,
    message: `Canton ${plan.release} has no custom tags: they are left out.`,
    why: 'They came with 3.6, and an older line refuses a file that holds them. Canton marks its keys with CreatedBy = Canton in every line.',
    source,
  };
}

function tooMany({ customTags }: AwsKms, path: Path): Finding[] {
  if (customTags.length <= mostTags) return [];
  return [
    {
      id: 'tags-too-many',
      severity: 'error',
      path,
      message: `Remove ${customTags.length - mostTags} of the tags: AWS takes 50 on a key, and Canton sets one itself.`,
      why: 'AWS refuses to create the key, and the node does not start.',
      source: concluded(code('crypto', 'kms/aws/AwsKms.scala', '3.6')),
    },
  ];
}

function each({ customTags }: AwsKms, path: Path, index: number): Finding[] {
  const seen = new Set<string>();
  return customTags.flatMap(({ name }, at): Finding[] => {
    const place = {
      path: `${path}.${at}.name`,
      fix: {
        label: 'Remove this tag',
        apply: (plan: Plan) => changeAws(plan, index, { customTags: customTags.filter((_tag, other) => other !== at) }),
      },
    };
    const twice = seen.has(name);
    seen.add(name);
    if (name === '') {
      return [
        {
          ...place,
          id: 'tag-name-missing',
          severity: 'error',
          message: 'Write the name of the tag, or remove it.',
          why: 'AWS refuses to create a key with a tag without a name, and the node does not start.',
          source: concluded(source),
        },
      ];
    }
    if (name === 'CreatedBy') {
      return [
        {
          ...place,
          id: 'tag-of-canton',
          severity: 'warning',
          message: 'Canton sets CreatedBy itself, to Canton; this value is lost.',
          why: 'Its own tag replaces one of the same name, without a word.',
          source: code('crypto', 'kms/aws/AwsKms.scala', '3.6'),
        },
      ];
    }
    if (!twice) return [];
    return [
      {
        ...place,
        id: 'tag-twice',
        severity: 'warning',
        message: `There is a tag ${name} already; the last one counts.`,
        why: 'A key has each tag once. The value given before is overwritten while the file is read.',
        source: concluded(source),
      },
    ];
  });
}
