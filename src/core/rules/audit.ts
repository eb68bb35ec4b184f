import { kmsLogFlagsSource } from '../canton/command-line';
import { documented } from '../canton/sources';
import { problemOf } from '../plan/format';
import { RollingHistory, Text } from '../plan/formats';
import type { Plan } from '../plan/plan';
import type { Finding, Rule } from './finding';
import { usersOf } from './users';

/** A file that the start line can name. */
const logFile = 'log/canton-kms.log';

/** The log of the calls to the KMS, and the file it goes to. */
export const auditRule: Rule = (plan) => {
  const used = plan.kms.filter((kms) => usersOf(plan, kms).length > 0);
  const clouds = used.filter((kms) => kms.type !== 'driver');
  const logged = clouds.some((kms) => kms.auditLogging);
  if (logged && plan.kmsLog.file === '') return [noFile(plan)];
  if (logged || plan.kmsLog.file === '' || used.length === 0) return [];
  return [nothingToLog(clouds.length > 0)];
};

function noFile(plan: Plan): Finding {
  return {
    id: 'audit-without-file',
    severity: 'note',
    path: 'kmsLog.file',
    message: 'The calls to the KMS go into the main log, among everything else.',
    why: 'A file of their own can be kept longer and shown to fewer people. The start line names it.',
    source: documented('howtos/secure/kms/configuration/kms_configuration.rst', 'Configure a KMS', plan.release),
    ...(takesFile(plan) ? { fix: { label: `Write them to ${logFile}`, apply: toFile } } : {}),
  };
}

function nothingToLog(canBeLogged: boolean): Finding {
  return {
    id: 'audit-file-stays-empty',
    severity: 'note',
    path: 'kmsLog.file',
    message: 'This file would stay empty.',
    why: canBeLogged
      ? 'No KMS logs its calls.'
      : "What a driver logs goes into the main log; whether it logs at all stands in the driver's own settings.",
    source: kmsLogFlagsSource,
    fix: canBeLogged
      ? { label: 'Log every call to the KMS', apply: logging }
      : { label: 'Name no file', apply: (before) => withFile(before, '') },
  };
}

/** The other answers about the log count once there is a file; one that can't stand must be mended first. */
function takesFile({ kmsLog: { rollingPattern, rollingHistory } }: Plan): boolean {
  return problemOf(Text, rollingPattern) === undefined && problemOf(RollingHistory, rollingHistory) === undefined;
}

function toFile(plan: Plan): Plan {
  return withFile(plan, logFile);
}

function withFile(plan: Plan, file: string): Plan {
  return { ...plan, kmsLog: { ...plan.kmsLog, file } };
}

function logging(plan: Plan): Plan {
  return { ...plan, kms: plan.kms.map((kms) => (kms.type === 'driver' ? kms : { ...kms, auditLogging: true })) };
}
