import type { Path } from '../../plan/plan';
import type { Settings } from '../settings';
import type { Piece, ScriptLine } from '../shell/script';

/** A jar for the class path: where it lies, or the variable that has to say so. */
type DriverJar =
  | { readonly path: string; readonly from: Path }
  | { readonly variable: string; readonly driver: string; readonly several: boolean; readonly from: Path };

/**
 * The jars of the drivers, known ones first. Several KMS may be reached through one driver, and it stands in one
 * jar: where that is not known it is asked for once, and not at all when another KMS names it. Different drivers are
 * asked for under different names, or one jar would be taken for both.
 */
export function driverJars(settings: Settings): readonly DriverJar[] {
  const drivers = settings.used.flatMap(({ kms, index }) => (kms.type === 'driver' ? [{ kms, index }] : []));
  const named = drivers.filter(({ kms }) => kms.jar !== '');
  const known = new Set(named.map(({ kms }) => kms.driverName));
  const names = drivers.map(({ kms }) => kms.driverName);
  const asked = drivers.filter(({ kms }, at) => !known.has(kms.driverName) && names.indexOf(kms.driverName) === at);
  const several = asked.length > 1;
  return [
    ...named.map(({ kms, index }) => ({ path: kms.jar, from: `kms.${index}.jar` })),
    ...asked.map(({ kms, index }, at) => ({
      variable: several ? `DRIVER_JAR_${at + 1}` : 'DRIVER_JAR',
      driver: kms.driverName,
      several,
      from: `kms.${index}.jar`,
    })),
  ];
}

/** What a numbered variable is for; the name of a driver is no part of what a shell reads. */
export function nameOfItsOwn(jar: DriverJar): readonly ScriptLine[] {
  return 'path' in jar || !jar.several ? [] : [{ comment: `${jar.variable}: the jar of the driver ${jar.driver}.` }];
}

/** The jar in the class path, with what separates it from the next. */
export function classPath(jar: DriverJar): readonly Piece[] {
  if ('path' in jar) return [{ word: jar.path, from: jar.from }, ':'];
  const which = jar.several ? 'its driver, named in this script' : 'the driver';
  return [{ syntax: `"\${${jar.variable}:?Set ${jar.variable} to the jar of ${which}.}":`, from: jar.from }];
}
