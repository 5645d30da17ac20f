/** What a table is called: its number, and its title. */
interface Named {
  readonly label: string;
  readonly title: string;
}

/** What stands before a table's title: its number, as in "表6"; "" where it is called by the title itself, or a shortening of it. */
export function numberOf({ label, title }: Named): string {
  const characters = [...title];
  // What is left of the title behind each character of the label, in their order.
  let at = 0;
  for (const character of label) {
    const found = characters.indexOf(character, at);
    if (found < 0) return label;
    at = found + 1;
  }
  return "";
}

/** A table's number and title, "表2 收入预算总表"; its title alone where it has no number. */
export function fullName(table: Named): string {
  return `${numberOf(table)} ${table.title}`.trim();
}
