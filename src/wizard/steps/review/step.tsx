import { type ReactNode, useId } from 'react';
import { docs } from '../../../core/canton/sources';
import { planDigest } from '../../../core/plan/digest';
import { HolderList } from '../../guard';
import { PlanNameField } from '../../header';
import { StepPage } from '../../step-page';
import { useFiles, useFindings, useJudgedPlan } from '../../use-findings';
import { FileList } from './file-list';
import { Errors, FindingGroups } from './findings';
import { OutputOptions } from './output-options';
import { afterwards } from './summary';
import { useReadBack } from './use-read-back';
import { useWritten } from './use-written';

/** The last look before the download: what will be true, who holds the keys, what is wrong, what Canton would say. */
export function ReviewStep() {
  // All files are written anew for each plan, so a keystroke in the plan's name is painted before.
  const plan = useJudgedPlan();
  const findings = useFindings();
  const seen = useFiles();
  const written = useWritten(plan, seen);
  const verdicts = useReadBack(written?.configurations, plan.release);
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
      <Section title={`Files (${seen.files.length})`}>
        <p className="text-small text-muted">
          Plan digest <code>{planDigest(plan)}</code>: it stands in every file, so that two people know they look at the
          same answers.
        </p>
        <FileList files={seen.files} touched={seen.touched} written={written} verdicts={verdicts} />
        <PlanNameField />
        <OutputOptions />
      </Section>
    </StepPage>
  );
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
