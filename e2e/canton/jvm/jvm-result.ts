import { z } from 'zod';
import type { HoconObject, HoconResult, HoconValue } from '../../../src/core/read/hocon-value';

const Origin = z.object({ file: z.string().nullable(), line: z.number().nullable() });

const Value: z.ZodType<HoconValue> = z.lazy(() =>
  z.union([
    ObjectValue,
    z.object({ type: z.literal('list'), items: z.array(Value), origin: Origin }),
    z.object({ type: z.literal('string'), value: z.string(), quoted: z.boolean(), origin: Origin }),
    z
      .object({ type: z.literal('number'), text: z.string(), written: z.string(), origin: Origin })
      .transform((number) => ({ ...number, value: Number(number.text) })),
    z.object({ type: z.literal('boolean'), value: z.boolean(), origin: Origin }),
    z.object({ type: z.literal('null'), origin: Origin }),
    z.object({ type: z.literal('reference'), name: z.string().nullable(), text: z.string(), origin: Origin }),
  ]),
);

/** The fields are pairs on the wire, since a name may be `__proto__`. */
const ObjectValue: z.ZodType<HoconObject> = z.object({
  type: z.literal('object'),
  fields: z.array(z.tuple([z.string(), Value])).transform((fields) => new Map(fields)),
  origin: Origin,
});

/** A line of what ReadHocon.java answers, in the shape of `readHocon`. */
export const JvmResult: z.ZodType<HoconResult> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), root: ObjectValue }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      kind: z.enum(['parse', 'substitution', 'include', 'too-large', 'too-deep', 'crash']),
      message: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
    }),
  }),
]);
