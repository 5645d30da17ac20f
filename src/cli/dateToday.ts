/** "2026-03-01", by the clock of this computer. */
export function dateToday(): string {
  const today = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
}
