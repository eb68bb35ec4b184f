export function ProviderStep() {
  return <h1 tabIndex={-1}>ProviderStep</h1>;
}
