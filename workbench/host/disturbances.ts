import { HostError } from "./hostError";

/** A round trip that is to fail. */
export interface ForcedFailure {
  /** An Excel error code such as "AccessDenied". */
  readonly code: string;
  /** How many actions of the request are carried out before; none when left out. */
  readonly afterActions?: number;
  /** How many round trips go well before; none when left out. */
  readonly afterRoundTrips?: number;
  /** True: the whole request is carried out, and only its answer gets lost. */
  readonly isLost?: boolean;
}

/** A round trip that is to be slow. */
export interface ForcedDelay {
  readonly milliseconds: number;
  /** How many round trips are as fast as ever before; none when left out. */
  readonly afterRoundTrips?: number;
  /** How many are slow; one when left out. */
  readonly roundTrips?: number;
}

/** What is to go wrong with one request. */
export interface Disturbance {
  readonly failure?: { readonly error: HostError; readonly atAction: number };
  readonly milliseconds: number;
}

/** Keeps what was ordered to go wrong, counted in round trips. */
export class Disturbances {
  private roundTrips = 0;
  private readonly failures = new Map<number, ForcedFailure>();
  private readonly delays: (ForcedDelay & { readonly from: number })[] = [];

  /** Makes the next round trip fail, or a later one. */
  fail(failure: ForcedFailure): void {
    this.failures.set(this.roundTrips + (failure.afterRoundTrips ?? 0), failure);
  }

  /** Makes the next round trip slow, or later ones. */
  delay(delay: ForcedDelay): void {
    this.delays.push({ ...delay, from: this.roundTrips + (delay.afterRoundTrips ?? 0) });
  }

  /** What becomes of the next round trip. */
  next(): Disturbance {
    const now = this.roundTrips++;
    const forced = this.failures.get(now);
    this.failures.delete(now);
    const milliseconds = this.delays
      .filter(({ from, roundTrips = 1 }) => now >= from && now < from + roundTrips)
      .reduce((sum, delay) => sum + delay.milliseconds, 0);
    return {
      milliseconds,
      ...(forced && {
        failure: {
          error: new HostError(forced.code, `Forced: ${forced.code}`),
          atAction: forced.isLost ? Infinity : (forced.afterActions ?? 0),
        },
      }),
    };
  }
}
