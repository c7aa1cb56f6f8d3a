import type { Dice } from "./dice.ts";

/** A thing that did not hold, and how it is seen again. */
export interface Fell {
  readonly what: string;
  readonly repeat: string;
}

export interface Outcome {
  readonly tries: number;
  readonly fell: readonly Fell[];
}

export interface Attack {
  readonly seed: number;
  /** The form that is run with every change: what it leaves out takes its time. */
  readonly short: boolean;
  readonly dice: Dice;
  /** The one mutant to read, "reader:number", and nothing else. */
  readonly mutant?: string | undefined;
  /** Called when something is made that must be gone afterwards: in the opposite order, whatever happens. */
  after(undo: () => Promise<unknown>): void;
  /** The PostgreSQL that parts have databases of their own on; started by the first that asks for it. */
  postgres(): Promise<string>;
}

/** One sort of attack. What it starts listens on 127.0.0.1 and lies in folders of its own. */
export interface Part {
  readonly name: string;
  run(attack: Attack): Promise<Outcome>;
}

/** Counts tries, and what fell of them; the same fault is told once with how often it came. */
export class Count {
  private readonly name: string;
  private readonly seed: number;
  private tried = 0;
  private readonly faults = new Map<string, { times: number; repeat: string }>();

  constructor(name: string, { seed }: Pick<Attack, "seed">) {
    this.name = name;
    this.seed = seed;
  }

  /** `what` is told where it does not hold. */
  holds(good: boolean, what: string, repeat = ""): void {
    this.tried++;
    if (!good) this.fell(what, repeat);
  }

  fell(what: string, repeat = ""): void {
    const found = this.faults.get(what) ?? { times: 0, repeat };
    this.faults.set(what, { ...found, times: found.times + 1 });
  }

  outcome(): Outcome {
    const repeat = `npm run attack -- --only=${this.name} --seed=${this.seed}`;
    return {
      tries: this.tried,
      fell: [...this.faults].map(([what, found]) => ({
        what: found.times > 1 ? `${what} (${found.times} gånger)` : what,
        repeat: [repeat, found.repeat].filter(Boolean).join(" "),
      })),
    };
  }
}
