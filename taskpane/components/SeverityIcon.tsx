import type { ReactElement } from "react";
import type { Severity } from "../../src/validation/finding";
import { useSeverityColors } from "../theme";

/** A shape for each severity, so that it is never told by colour alone. */
const SHAPES: Readonly<Record<Severity, ReactElement>> = {
  error: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.2l7.2 13.1H.8z" strokeLinejoin="round" />
      <path d="M8 6v4m0 2v.2" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  rounding: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" />
      <path
        d="M4 7c1.3-1.6 2.7-1.6 4 0s2.7 1.6 4 0M4 11h8"
        stroke="#fff"
        strokeWidth="1.4"
        fill="none"
        strokeLinecap="round"
      />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path d="M8 7.4v4M8 4.6v.2" stroke="#fff" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
};

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const colors = useSeverityColors();
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill={colors[severity].edge}
      aria-hidden="true"
      style={{ flex: "none" }}
    >
      {SHAPES[severity]}
    </svg>
  );
}
