import { StepPage } from '../../step-page';

export function RotationStep() {
  return (
    <StepPage title="Which keys should be replaced?" lede="" docs={[]}>
      {undefined}
    </StepPage>
  );
}
