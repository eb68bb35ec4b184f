import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button';

/**
 * Catches what should never happen. The draft is in the browser's storage already, so nothing is lost; whoever wants to
 * be sure takes `plan.json` along.
 */
export class ErrorBoundary extends Component<
  { children: ReactNode; planFile: () => string | undefined },
  { error: unknown }
> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const planFile = this.props.planFile();
    return (
      <main className="mx-auto grid max-w-2xl gap-4 p-6">
        <h1 className="text-title font-semibold">Something broke on this page</h1>
        <p>
          That is a fault of the wizard, not of your answers. Your draft is kept in this browser: load the page again to
          go on with it.
        </p>
        <div className="flex flex-wrap gap-2.5">
          <Button look="primary" onClick={() => location.reload()}>
            Load the page again
          </Button>
          {planFile !== undefined && <Button onClick={() => savePlanFile(planFile)}>Save plan.json</Button>}
        </div>
        <details>
          <summary>What happened</summary>
          <pre className="mt-2 overflow-x-auto font-mono text-code">{String(error)}</pre>
        </details>
      </main>
    );
  }
}

function savePlanFile(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'plan.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
