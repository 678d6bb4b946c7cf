import type { ClassBody, Declaration, Exit, Import, Method, Statement, Write } from "./program.js";

/** What a {@link Program} lists, as a reader of its text finds it. */
export class Collected {
  readonly imports: Import[] = [];
  readonly declarations: Declaration[] = [];
  readonly writes: Write[] = [];
  readonly statements: Statement[] = [];
  readonly exits: Exit[] = [];
  readonly methods: Method[] = [];
  readonly bodies: ClassBody[] = [];
  /** Names of the classes declared in the file. */
  readonly types = new Set<string>();
}
