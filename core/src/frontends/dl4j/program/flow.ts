import type { Changes } from "./environment.js";
import { evaluate } from "./evaluate.js";
import type { Expression } from "./expression.js";
import { stepInto } from "./path.js";
import type { Region } from "./program.js";
import type { Rounds } from "./rounds.js";
import { roundsOf, saidRounds } from "./rounds.js";
import type { Run } from "./run.js";
import type { Branch, Step } from "./steps.js";

type Left = "return" | "throw" | "break" | "continue";

/** How a piece of the program ended. */
interface Outcome {
  /** It surely left here; `undefined`: it goes on. */
  readonly left?: Left;
  /** It may have left, in these ways. */
  readonly mayLeave: ReadonlySet<Left>;
}

const unchanged: Changes = new Map();

const goesOn: Outcome = { mayLeave: new Set() };

/** A loop with known bounds is followed this far. */
const mostRounds = 160;

/** The order in which steps are run: branches, loops, and where they are left. */
export class Flow {
  constructor(private readonly run: Run) {}

  block(steps: readonly Step[]): Outcome {
    const mayLeave = new Set<Left>();
    for (const step of steps) {
      const outcome = this.step(step);
      outcome.mayLeave.forEach((left) => mayLeave.add(left));
      if (outcome.left) return { left: outcome.left, mayLeave };
    }
    return mayLeave.size > 0 ? { mayLeave } : goesOn;
  }

  private step(step: Step): Outcome {
    switch (step.kind) {
      case "statement":
        this.run.statement(step.statement);
        return goesOn;
      case "exit":
        if (step.exit.kind === "throw" && this.run.path) this.run.path.isDead = true;
        return { left: step.exit.kind, mayLeave: new Set() };
      case "choice":
        return this.choice(step.branches);
      case "loop":
        return this.loop(step.region, step.steps);
    }
  }

  private choice(branches: readonly Branch[]): Outcome {
    const open: Branch[] = [];
    let isComplete = isExhaustive(branches);
    for (const branch of branches) {
      const isTaken = this.isTaken(branch.region);
      if (isTaken === false) continue;
      if (isTaken === true && open.length === 0) return this.withinLambda(branch, () => this.block(branch.steps));
      open.push(branch);
      if (isTaken !== true) continue;
      isComplete = true;
      break;
    }
    return open.length === 0 ? goesOn : this.oneOf(open, isComplete);
  }

  /** Runs all branches, each from the same start. */
  private oneOf(branches: readonly Branch[], isComplete: boolean): Outcome {
    const { environment } = this.run;
    const before = environment.mark();
    const around = this.run.path;
    const passing = {};
    const ends: Changes[] = isComplete ? [] : [unchanged];
    const mayLeave = new Set<Left>();
    let left: Left | undefined;
    let isLeftByAll = isComplete;
    branches.forEach((branch, index) => {
      this.run.path = stepInto(around, "branch", passing, index, { region: branch.region });
      const outcome = this.withinLambda(branch, () => this.block(branch.steps));
      outcome.mayLeave.forEach((way) => mayLeave.add(way));
      if (outcome.left) mayLeave.add((left = outcome.left));
      else isLeftByAll = false;
      if (outcome.left !== "return" && outcome.left !== "throw") ends.push(environment.changesSince(before));
      environment.goBackTo(before);
    });
    environment.join(ends);
    environment.close();
    this.run.path = around;
    if (isLeftByAll && left) return { left, mayLeave };
    // what follows is run only where the method or loop was not left
    if (mayLeave.has("return") || mayLeave.has("break") || mayLeave.has("continue"))
      this.run.path = stepInto(around, "branch", passing, branches.length);
    return { mayLeave };
  }

  /** A lambda's `return` leaves the lambda only. */
  private withinLambda(branch: Branch, body: () => Outcome): Outcome {
    if (branch.region.isLambda !== true) return body();
    const count = this.run.frame.returns.length;
    body();
    this.run.frame.returns.length = count;
    return goesOn;
  }

  private isTaken({ choice }: Region): boolean | undefined {
    if (!choice) return undefined;
    const holds = choice.labels
      ? this.isAnyOf(choice.when, choice.labels)
      : evaluate(this.run.reducer.reduce(choice.when), this.run.course.scope)?.value;
    if (typeof holds !== "boolean") return undefined;
    return choice.isElse ? !holds : holds;
  }

  private isAnyOf(subject: Expression, labels: readonly Expression[]): boolean | undefined {
    const value = evaluate(this.run.reducer.reduce(subject), this.run.course.scope)?.value;
    if (value === undefined) return undefined;
    const values = labels.map((label) => evaluate(label, this.run.course.scope)?.value);
    return values.includes(value) || (values.includes(undefined) ? undefined : false);
  }

  private loop(region: Region, steps: readonly Step[]): Outcome {
    const around = this.run.path;
    const outcome = this.follow(region, steps) ?? this.anyTimes(region, steps);
    const mayReturn = outcome.mayLeave.has("return");
    if (!mayReturn) this.run.path = around;
    const left = outcome.left === "return" || outcome.left === "throw" ? outcome.left : undefined;
    return { ...(left && { left }), mayLeave: new Set<Left>(mayReturn ? ["return"] : []) };
  }

  /** Runs a loop round by round; `undefined` when its bounds are not known, or following it is of no use. */
  private follow(region: Region, steps: readonly Step[]): Outcome | undefined {
    const rounds = this.run.course.isWorthFollowing(region) ? roundsOf(region, this.run) : undefined;
    if (!rounds) return undefined;
    const takeBack = this.run.mark();
    const { environment } = this.run;
    const before = environment.mark();
    const around = this.run.path;
    const outcome = this.followed(rounds, steps);
    if (!outcome) {
      environment.goBackTo(before);
      this.run.path = around;
      takeBack();
    }
    environment.close();
    return outcome;
  }

  private followed(rounds: Rounds, steps: readonly Step[]): Outcome | undefined {
    const mayLeave = new Set<Left>();
    for (let count = 0; count <= mostRounds && this.run.course.budget > 0; count++) {
      const goes = rounds.next();
      if (goes === undefined) break;
      if (!goes) return { mayLeave };
      const start = this.run.path;
      const outcome = this.block(steps);
      outcome.mayLeave.forEach((left) => mayLeave.add(left));
      if (outcome.left && outcome.left !== "continue") return { ...outcome, mayLeave };
      if (!mayLeave.has("return") && !mayLeave.has("break")) this.run.path = start;
      rounds.update();
    }
    return undefined;
  }

  /** Runs the body once, as what may happen any number of times. */
  private anyTimes(region: Region, steps: readonly Step[]): Outcome {
    const around = this.run.path;
    this.run.path = stepInto(around, "loop", {}, 0, { region, rounds: saidRounds(region, this.run) });
    this.forgetWrites(region);
    const { environment } = this.run;
    const before = environment.mark();
    const { mayLeave, left } = this.block(steps);
    const after = environment.changesSince(before);
    environment.goBackTo(before);
    environment.join([unchanged, after]);
    environment.close();
    this.run.path = around;
    const ways = new Set<Left>(left ? [...mayLeave, left] : mayLeave);
    if (ways.has("return")) this.run.path = stepInto(around, "branch");
    return { mayLeave: ways };
  }

  /** What a loop assigns has no known value at the start of a round. */
  private forgetWrites(region: Region): void {
    const { run } = this;
    for (const declaration of run.course.assignedIn(region)) run.environment.set(declaration, run.frame, null);
    // what the methods that it calls may assign
    for (const field of run.course.fieldsAssignedOutside(run.frame.method)) run.environment.set(field, run.frame, null);
  }
}

/** One of the branches is surely taken. */
function isExhaustive(branches: readonly Branch[]): boolean {
  const [first] = branches;
  const choice = first?.region.choice;
  return choice !== undefined && branches.length === choice.outOf && branches.some(({ region }) => region.choice?.isElse === true);
}
