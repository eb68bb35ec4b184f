import { StepPage } from '../../step-page';

export function InventoryStep() {
  return (
    <StepPage title="What is there today?" lede="" docs={[]}>
      {undefined}
    </StepPage>
  );
}
