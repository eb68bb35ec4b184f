export function App() {
  return (
    <main>
      <h1>Canton KMS Wizard</h1>
    </main>
  );
}
