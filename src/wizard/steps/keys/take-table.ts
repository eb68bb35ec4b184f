/** Several cells pasted into one field are a table: they are read as one instead of ending up in the field. */
export function takeTable(
  event: { readonly clipboardData: DataTransfer; readonly preventDefault: () => void },
  take: (text: string) => void,
): void {
  const text = event.clipboardData.getData('text');
  if (!/[\t\r\n]./.test(text.trim())) return;
  event.preventDefault();
  take(text);
}
