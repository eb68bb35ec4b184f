import type { JsonObject } from '../plan/json-object';
import { Plan } from '../plan/plan';
import { type Decoded, failed, type Notice } from './decoded';
import { dropItems } from './drop-items';
import { repair } from './repair';
import type { Shape } from './shape';

/** A repair can reveal what stood behind it, but not this often. */
const rounds = 10;
/** A text with more faults than this is no plan that was damaged, and is not worth the time. */
const maxIssues = 10_000;
/** Nobody reads more; a hostile text could ask for hundreds of thousands. */
const maxNotices = 50;

/**
 * Makes a plan of what a stranger's text held: what the schema accepts is kept, the rest gives way to what the shape
 * starts with, and each replacement is said by name.
 * @param raw owned by the healer, which changes it
 */
export function heal(shape: Shape, raw: JsonObject): Decoded {
  const notices: Notice[] = [];
  for (let round = 0; round < rounds; round++) {
    const parsed = parse(raw);
    if (parsed?.success) return { type: 'plan', plan: parsed.data, notices: readable(notices) };
    const issues = parsed?.error.issues ?? [];
    if (issues.length > maxIssues) break;
    const dropped = dropItems(raw, issues);
    // Positions in a list move when an item goes, so everything else waits for the next look.
    const said = dropped.length > 0 ? dropped : issues.flatMap((issue) => repair(shape, raw, issue));
    if (said.length === 0) break;
    for (const notice of said) notices.push(notice);
  }
  return failed('unreadable', 'This holds no plan that the wizard could read. Ask the sender for it again.');
}

function parse(raw: JsonObject): ReturnType<typeof Plan.safeParse> | undefined {
  try {
    return Plan.safeParse(raw);
  } catch {
    // Zod hands its issues on as arguments of a call, and a hostile text can have more of them than a stack holds.
    return undefined;
  }
}

function readable(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= maxNotices) return notices;
  const more = notices.length - maxNotices;
  return [...notices.slice(0, maxNotices), { message: `${more} more answers were left out or replaced.` }];
}
