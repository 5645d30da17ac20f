import DecimalJs from "decimal.js";

/**
 * The product's decimals: 34 digits, ties away from zero as Excel's ROUND does (−2.5 becomes −3).
 * A clone, because decimal.js keeps its configuration in a global that any other code could change.
 */
export const Decimal = DecimalJs.clone({ precision: 34, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);
