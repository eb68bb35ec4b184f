import { type Arg, concat, type Expression, ifThen, not, ref, seq } from './expression';

/** What the scripts say and how they stop: the same phrases in each, so that a person, and the page, can read them. */

/** `sys.error("STOP: ..")`: ends the script; the console shows it as one line and goes away with exit code 1. */
export function stop(...parts: readonly Arg[]): Expression {
  return ref('sys').dot('error', concat('STOP: ', ...parts));
}

/** A precondition: stops when this is true. */
export function stopIf(condition: Arg, ...parts: readonly Arg[]): Expression {
  return ifThen(condition, stop(...parts));
}

/** A precondition: stops unless this is true. */
export function stopUnless(condition: Expression, ...parts: readonly Arg[]): Expression {
  return stopIf(not(condition), ...parts);
}

/** `println(a + b + ..)` */
export function say(first: Arg, ...parts: readonly Arg[]): Expression {
  return ref('println').of(concat(first, ...parts));
}

/** Something that an earlier run has done already. */
export function doneBefore(...parts: readonly Arg[]): Expression {
  return say('DONE BEFORE: ', ...parts);
}

/** A step that was carried out, by the number it has in the script's comments. */
export function stepDone(step: string, ...parts: readonly Arg[]): Expression {
  return say(`STEP ${step}: `, ...parts);
}

/** What a person does next. */
export function next(...parts: readonly Arg[]): Expression {
  return say('NEXT: ', ...parts);
}

/** A line of columns, separated by tabs; the values must not hold one. The first says what the line is, such as `STATE`. */
export function columns(first: string, ...values: readonly Arg[]): Expression {
  return values.length <= 2
    ? say(first, ...values.flatMap((value) => ['\t', value]))
    : ref('println').of(seq(first, ...values).dot('mkString', '\t'));
}
