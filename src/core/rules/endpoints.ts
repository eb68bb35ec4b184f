import { code, concluded, seen } from '../canton/sources';
import { unseenCharacter } from '../plan/characters';
import type { AwsKms, GcpKms } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import { changeAws, changeGcp } from './change';
import { eachKms } from './each';
import type { Finding, Fix, Rule } from './finding';

/** An address of the KMS other than the cloud's own: whoever runs it sees every call and can sign for the node. */
export const endpointRule: Rule = (plan) =>
  eachKms(plan, (kms, at, index) => {
    if (kms.type === 'driver' || kms.endpointOverride === '') return [];
    const path = `${at}.endpointOverride`;
    return kms.type === 'aws' ? ofAws(kms, path, index) : ofGcp(kms, path, index);
  });

const host =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:.]+\])$/;
const awsSource = code('crypto', 'kms/aws/AwsKms.scala');
const gcpSource = code('crypto', 'kms/gcp/GcpKms.scala');

type Address = { readonly host: string; readonly port: string | undefined };

/** `host` or `host:port`, with a port that exists. */
function readAddress(text: string): Address | undefined {
  const [, name, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (name === undefined || !host.test(name)) return undefined;
  return port === undefined || (Number(port) > 0 && Number(port) < 65_536) ? { host: name, port } : undefined;
}

function ofAws({ endpointOverride: text, region }: AwsKms, path: Path, index: number): Finding[] {
  const set = (endpointOverride: string) => (plan: Plan) => changeAws(plan, index, { endpointOverride });
  const { scheme, rest } = schemeOf(text);
  if (authorityOf(rest).includes('@')) return [withCredentials(path)];
  if (scheme === undefined) {
    const whole = `https://${text}`;
    const readable = isAwsAddress(rest);
    return [
      {
        id: 'endpoint-without-scheme',
        severity: 'error',
        path,
        message: `Write the scheme too, for example ${readable ? whole : 'https://localhost:4566'}`,
        why: 'The address is read as a URI. Without a scheme the node does not start, and the whole process ends with status 117.',
        source: seen('crypto', 'kms/aws/AwsKms.scala'),
        log: 'Illegal character in scheme name at index 0',
        ...(readable ? { fix: { label: `Write ${whole}`, apply: set(whole) } } : {}),
      },
    ];
  }
  if ((scheme !== 'https' && scheme !== 'http') || !isAwsAddress(rest)) {
    return [
      {
        id: 'endpoint-format',
        severity: 'error',
        path,
        message:
          unseen(text) ?? 'Write an address such as https://kms.eu-central-1.amazonaws.com or https://localhost:4566.',
        why: 'The node cannot reach the KMS at this address and does not start.',
        source: concluded(awsSource),
      },
    ];
  }
  const name = readAddress(authorityOf(rest))?.host ?? '';
  return [
    ...(scheme === 'http' ? [overPlainHttp(path, { label: 'Use https', apply: set(`https://${rest}`) })] : []),
    ...(/(^|\.)amazonaws\.com(\.cn)?$|\.api\.aws$|(^|\.)amazonaws\.eu$/.test(name)
      ? ofThatRegion(name, region, path)
      : [elsewhere(path, 'AWS', awsSource, { label: 'Use the address of the region', apply: set('') })]),
  ];
}

function isAwsAddress(rest: string): boolean {
  const address = authorityOf(rest);
  // What a URI may hold; Java's reader of URIs is strict about it.
  const tail =
    /^(?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/;
  return readAddress(address) !== undefined && tail.test(rest.slice(address.length));
}

function ofThatRegion(name: string, region: string, path: Path): Finding[] {
  const named = /\.?kms(?:-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\./.exec(name)?.[1];
  if (named === undefined || region === '' || named === region) return [];
  return [
    {
      id: 'endpoint-of-another-region',
      severity: 'warning',
      path,
      message: `The address is that of ${named}, the region is ${region}.`,
      why: 'Calls are signed for the region and sent to the address. AWS refuses a call that was signed for another region.',
      source: concluded(awsSource),
    },
  ];
}

function ofGcp({ endpointOverride: text }: GcpKms, path: Path, index: number): Finding[] {
  const set = (endpointOverride: string) => (plan: Plan) => changeGcp(plan, index, { endpointOverride });
  const { scheme, rest } = schemeOf(text);
  if (authorityOf(rest).includes('@')) return [withCredentials(path)];
  const bare = rest.replace(/\/$/, '');
  const address = readAddress(bare);
  if (scheme !== undefined || address?.port === undefined) {
    const whole = address === undefined ? undefined : `${address.host}:${address.port ?? '443'}`;
    return [
      {
        id: 'endpoint-format',
        severity: 'error',
        path,
        message: unseen(text) ?? 'Write host and port without a scheme, such as cloudkms.googleapis.com:443.',
        why: "Google's library takes this form alone; with another one the node does not start.",
        source: concluded(gcpSource),
        ...(whole === undefined ? {} : { fix: { label: `Write ${whole}`, apply: set(whole) } }),
      },
    ];
  }
  return /(^|\.)googleapis\.com$/.test(address.host)
    ? []
    : [elsewhere(path, 'Google', gcpSource, { label: "Use Google's own address", apply: set('') })];
}

function authorityOf(rest: string): string {
  return rest.split(/[/?#]/)[0] ?? '';
}

function schemeOf(text: string): { scheme: string | undefined; rest: string } {
  const [, scheme, rest] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(text) ?? [];
  return scheme === undefined ? { scheme: undefined, rest: text } : { scheme: scheme.toLowerCase(), rest: rest ?? '' };
}

function unseen(text: string): string | undefined {
  const point = unseenCharacter(text);
  return point === undefined ? undefined : `Remove the character ${point}: it can't be seen.`;
}

function withCredentials(path: Path): Finding {
  return {
    id: 'endpoint-with-credentials',
    severity: 'error',
    path,
    message: 'Take the credentials out of the address.',
    why: 'They would stand in the file, in the plan and in every link to it. The KMS takes none from here: the node signs in with the credentials of its environment.',
    source: concluded(awsSource),
  };
}

function overPlainHttp(path: Path, fix: Fix): Finding {
  return {
    id: 'endpoint-over-http',
    severity: 'security',
    path,
    message: 'Calls to the KMS would cross the network unencrypted.',
    why: 'Anyone on the way can read them, and can answer in the name of the KMS. Fine for an emulator on the same machine, for nothing else.',
    source: concluded(awsSource),
    fix,
  };
}

function elsewhere(path: Path, cloud: string, source: Finding['source'], fix: Fix): Finding {
  return {
    id: 'endpoint-elsewhere',
    severity: 'security',
    path,
    message: `This address is not one of ${cloud}'s own.`,
    why: 'Whoever runs it sees every call, holds the keys it creates and signs in the name of the node. Keep it for an emulator, or a proxy of your own.',
    source: concluded(source),
    fix,
  };
}
