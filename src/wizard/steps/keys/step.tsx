import { StepPage } from '../../step-page';

export function KeysStep() {
  return (
    <StepPage title="Who makes the keys?" lede="" docs={[]}>
      {undefined}
    </StepPage>
  );
}
