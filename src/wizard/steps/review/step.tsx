import { type ReactNode, useId, useMemo } from 'react';
import { docs } from '../../../core/canton/sources';
import type { Artefact } from '../../../core/emit/artefact';
import { emit } from '../../../core/emit/emit';
import { planDigest } from '../../../core/plan/digest';
import type { Plan } from '../../../core/plan/plan';
import { HolderList } from '../../guard';
import { PlanNameField } from '../../header';
import { StepPage } from '../../step-page';
import { useFiles, useFindings, useJudgedPlan } from '../../use-findings';
import { FileList } from './file-list';
import { Errors, FindingGroups } from './findings';
import { OutputOptions } from './output-options';
import { afterwards } from './summary';
import { useReadBack } from './use-read-back';

/** The last look before the download: what will be true, who holds the keys, what is wrong, what Canton would say. */
export function ReviewStep() {
  // All files are written anew for each plan, so a keystroke in the plan's name is painted before.
  const plan = useJudgedPlan();
  const findings = useFindings();
  const { touched } = useFiles();
  const files = useMemo(() => asDownloaded(plan, touched), [plan, touched]);
  const verdicts = useReadBack(files, plan.release);
  const errors = findings.filter((finding) => finding.severity === 'error');
  const others = findings.filter((finding) => finding.severity !== 'error');
  return (
    <StepPage
      title="Look it over, then take it along"
      lede={
        <>
          Each file is read back here by the parser that Canton uses, and held against what Canton {plan.release}{' '}
          accepts.
        </>
      }
      docs={[docs('howtos/secure/kms/kms.html', 'Key management service (KMS) configuration', plan.release)]}
    >
      <Section title="What will be true afterwards">
        <ul className="grid gap-1.5">
          {afterwards(plan).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Errors errors={errors} />
      <Section title="Who holds the keys">
        <HolderList />
      </Section>
      {others.length > 0 && (
        <Section title="Worth knowing">
          <FindingGroups findings={others} />
        </Section>
      )}
      <Section title={`Files (${files.length})`}>
        <p className="text-small text-muted">
          Plan digest <code>{planDigest(plan)}</code>: it stands in every file, so that two people know they look at the
          same answers.
        </p>
        <FileList files={files} touched={touched} verdicts={verdicts} />
        <PlanNameField />
        <OutputOptions />
      </Section>
    </StepPage>
  );
}

/** Every file as the download has it, and those that it leaves out as they would be. */
function asDownloaded(plan: Plan, touched: ReadonlySet<number>): readonly Artefact[] {
  const all = emit(plan);
  if (touched.size === 0) return all;
  const kept = new Map(emit(plan, touched).map((file) => [file.id, file]));
  return all.map((file) => kept.get(file.id) ?? file);
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-large font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
