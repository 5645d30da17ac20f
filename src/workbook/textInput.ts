const SIGNS = /^(?=.*\d)[\s\d.,%:/()+\-¥￥$€eE年月日时分秒号AaPpMm]+$/;

/**
 * A field of comma- or tab-separated text that Excel opens as the text it is: one that begins as a formula does gets an
 * apostrophe in front, an amount does not. Source: OWASP, "CSV Injection".
 */
export function separatedText(text: string): string {
  const isAmount = /^-?[\d,]+(\.\d+)?$/.test(text);
  return !isAmount && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/**
 * True for a text that Excel would take for something else when it is typed into an ordinary cell: a number (2010301), a
 * date (1-2, 3月5日), a time, a truth value, an error, a formula, or one whose first apostrophe would be swallowed. Such
 * a text keeps its form only in a cell of the text format (@). Errs on the side of true, since the text format changes
 * nothing else.
 */
export function needsTextFormat(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return SIGNS.test(plain) || /^(TRUE|FALSE)$/i.test(plain) || /^[=+\-@'#]/.test(plain);
}
