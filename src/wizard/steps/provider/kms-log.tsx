import type { KmsLog as Log } from '../../../core/plan/plan';
import { Fold } from '../../../ui/fold';
import { Select, TextInput } from '../../../ui/text-input';
import { PlanField, Row } from '../../plan-field';
import { useEdit, usePlanPart } from '../../use-plan';

/** Where the lines about KMS calls go; a matter of the start line, not of the configuration. */
export function KmsLog() {
  const log = usePlanPart((plan) => plan.kmsLog);
  const edit = useEdit();
  const change = (part: Partial<Log>, field: keyof Log) =>
    edit((plan) => ({ ...plan, kmsLog: { ...plan.kmsLog, ...part } }), `kmsLog.${field}`);
  return (
    <>
      <PlanField
        path="kmsLog.file"
        label="A file of its own for KMS calls"
        optional
        hint="Goes into the start line; without it they stand in the main log."
        writes="--kms-log-file-name"
      >
        {(wiring) => (
          <TextInput
            mono
            placeholder="log/kms.log"
            {...wiring}
            value={log.file}
            onChange={({ target }) => change({ file: target.value }, 'file')}
          />
        )}
      </PlanField>
      {log.file !== '' && (
        <Fold title="How that file is written">
          <Row paths={['kmsLog.rollingPattern', 'kmsLog.rollingHistory']}>
            <PlanField
              path="kmsLog.rollingPattern"
              label="A new file begins"
              optional
              hint="A date pattern. It holds when Canton rolls its log files."
              writes="--kms-log-file-rolling-pattern"
            >
              {(wiring) => (
                <TextInput
                  mono
                  placeholder="yyyy-MM-dd"
                  {...wiring}
                  value={log.rollingPattern}
                  onChange={({ target }) => change({ rollingPattern: target.value }, 'rollingPattern')}
                />
              )}
            </PlanField>
            <PlanField
              path="kmsLog.rollingHistory"
              label="Earlier files kept"
              optional
              hint="0 keeps all of them."
              writes="--kms-log-file-rolling-history"
            >
              {(wiring) => (
                <TextInput
                  mono
                  placeholder="0"
                  {...wiring}
                  value={log.rollingHistory}
                  onChange={({ target }) => change({ rollingHistory: target.value }, 'rollingHistory')}
                />
              )}
            </PlanField>
          </Row>
          <PlanField
            path="kmsLog.immediateFlush"
            label="Each line to the disk at once"
            hint="Off is faster and may lose the last lines when the process ends."
            writes="--kms-log-immediate-flush"
          >
            {(wiring) => (
              <Select
                {...wiring}
                value={log.immediateFlush}
                onChange={({ target }) => change({ immediateFlush: flushOf(target.value) }, 'immediateFlush')}
              >
                <option value="default">Canton's default (on)</option>
                <option value="on">On</option>
                <option value="off">Off</option>
              </Select>
            )}
          </PlanField>
        </Fold>
      )}
    </>
  );
}

function flushOf(value: string): Log['immediateFlush'] {
  return value === 'on' || value === 'off' ? value : 'default';
}
