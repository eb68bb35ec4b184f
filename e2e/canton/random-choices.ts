/** Bits of HOCON that have been trouble somewhere, or might be. Two spaces stand between the choices of a line. */
function choices(...lines: string[]): string[] {
  return lines.flatMap((line) => (line.trim().includes('  ') ? line.split('  ') : [line]));
}

export const KEYS = choices(
  '"a"  "a.b"  "x y"  x y  "__proto__"  __proto__  constructor  includes  "include"  1  1.5  0012  ü',
  '"\\u0061"',
);

export const ODD_KEYS = choices(
  ' a ',
  '""  include  -  "\\n"  true  null  10e3  ${a}  a$b  😀  """t"""  \'q\'  /  //x  \u00a0k',
  '-1  1e5e5  a[0]',
);

export const WORDS = choices(
  "kms  eu-central-1  10 seconds  200ms  a/b  x.y.z  a#b  a//b  'q'  %  ;  (x)  <x>  |  ~  ü  日本  😀  .",
  'e5',
);

export const NUMBERS = choices(
  '0  -0  -0.0  0.0  1.0  0012  1.10  1e3  1.  -.5  1e  1e5e5  1-2  1e400  -1e400  1e-400',
  '9223372036854775807  9223372036854775808  -9223372036854775808  9007199254740993  1e19  4.9e-324  1e23',
  '0x10  1_0  1..2  1.2.3  --1  2147483648  1e51e5  1e59007199254740993  12abc  1 000',
  '123456789012345678e-5  0.001  0.00099  9999999.5  12345678.5',
);

export const PARTS = choices(
  ' ',
  'a  key  \\n  \\"  \\\\  \\/  \\t  \\b  \\f  \\r  \\u00e4  \\ud83d\\ude00  ${a}  #  //  {  =  ü',
  '😀  \u2028  \u202e  \u00a0',
);

export const NAMES = choices(
  'a  b  c  a.b  b.c  kms  crypto.kms  wrapper-key-id  PIN  HOST  EMPTY  DOTTED.NAME  DOTTED  UNI  "a"',
  '"x y"  x y  a.0  __proto__',
);
