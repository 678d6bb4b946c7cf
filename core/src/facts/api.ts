import { lastSeen as lastSeenText, members as memberText, owners as ownerText } from "./api.generated.js";
import { compareVersions } from "./versions.js";

/** The releases that have a call, class or constant. */
export interface ApiLife {
  /** The first release that has it; `0.4-rc0` also stands for earlier ones. */
  readonly since: string;
  /** The first release that no longer has it. */
  readonly removedIn?: string;
  /** The first release in which it is deprecated. */
  readonly deprecatedSince?: string;
}

interface Member extends ApiLife {
  readonly name: string;
  readonly fewest: number;
  readonly most: number;
}

interface Owner {
  readonly life: ApiLife | undefined;
  readonly members: readonly Member[];
}

/** How the generated file calls a constructor. */
const constructor = "new";

const absent = (version: string | undefined) => version === undefined || version === "-";

function lifeOf(since: string, removedIn: string | undefined, deprecatedSince: string | undefined): ApiLife {
  return { since, ...(!absent(removedIn) && { removedIn }), ...(!absent(deprecatedSince) && { deprecatedSince }) };
}

function readMember(line: string): Member {
  const [name = "", fewest, most, since = "", removedIn, deprecatedSince] = line.split(" ");
  return { name, fewest: Number(fewest), most: most === "*" ? Infinity : Number(most), ...lifeOf(since, removedIn, deprecatedSince) };
}

function readOwners(): ReadonlyMap<string, Owner> {
  const all = memberText.trim().split("\n").map(readMember);
  return new Map(
    ownerText
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", since = "", removedIn, deprecatedSince, ...runs] = line.split(" ");
        const members = runs.flatMap((run) => {
          const [first, last = first] = run.split("-").map(Number);
          return first === undefined || last === undefined ? [] : all.slice(first, last + 1);
        });
        return [name, { life: absent(since) ? undefined : lifeOf(since, removedIn, deprecatedSince), members }];
      }),
  );
}

let read: ReadonlyMap<string, Owner> | undefined;

/** A class by its simple name, or by the end of it where only one ends so: `ListBuilder` for `NeuralNetConfiguration.ListBuilder`. */
function ownerNamed(name: string): Owner | undefined {
  read ??= readOwners();
  const exact = read.get(name) ?? read.get(name.slice(name.lastIndexOf(".") + 1));
  if (exact) return exact;
  const [only, another] = [...read.keys()].filter((key) => key.endsWith(`.${name}`));
  return only === undefined || another !== undefined ? undefined : read.get(only);
}

/**
 * When Deeplearning4j has a call, a constructor or a constant. Forms with as many arguments count as one: it is gone when the last of
 * them is, and deprecated when all that are left are.
 * @param owner simple class name: `DenseLayer.Builder`, `NeuralNetConfiguration.Builder`, `WeightInit`
 * @param name of the method or constant; the class's own name for a constructor
 * @returns `undefined` for what is not Deeplearning4j's, and for methods that the class never had
 */
export function apiOf(owner: string, name: string, argumentCount: number): ApiLife | undefined {
  const found = ownerNamed(owner);
  if (!found) return undefined;
  const isConstructor = name === owner || name === constructor;
  const forms = found.members.filter(
    (member) => member.name === (isConstructor ? constructor : name) && member.fewest <= argumentCount && argumentCount <= member.most,
  );
  // Constructors that Lombok writes stand in no source.
  if (forms.length === 0) return isConstructor ? found.life : undefined;
  return withinClass(together(forms), found.life);
}

function together(forms: readonly Member[]): ApiLife {
  const left = forms.filter(({ removedIn }) => removedIn === undefined);
  const deprecated = (left.length > 0 ? left : forms).map(({ deprecatedSince }) => deprecatedSince);
  return lifeOf(
    earliest(forms.map(({ since }) => since)),
    left.length > 0 ? undefined : latest(forms.map(({ removedIn }) => removedIn)),
    deprecated.every((since) => since !== undefined) ? latest(deprecated) : undefined,
  );
}

/** What a class has goes with it. */
function withinClass(member: ApiLife, life: ApiLife | undefined): ApiLife {
  if (!life) return member;
  const either = (a: string | undefined, b: string | undefined) => (a === undefined || b === undefined ? (a ?? b) : earliest([a, b]));
  return lifeOf(
    latest([member.since, life.since]) ?? member.since,
    either(member.removedIn, life.removedIn),
    either(member.deprecatedSince, life.deprecatedSince),
  );
}

function earliest(versions: readonly string[]): string {
  return versions.reduce((first, version) => (compareVersions(version, first) < 0 ? version : first));
}

function latest(versions: readonly (string | undefined)[]): string | undefined {
  const known = versions.filter((version) => version !== undefined);
  return known.reduce<string | undefined>(
    (last, version) => (last === undefined || compareVersions(version, last) > 0 ? version : last),
    undefined,
  );
}

/** The last release that has a class under this full name; `undefined` where the newest has it, and for what is not Deeplearning4j's. */
export function lastReleaseOf(fullName: string): string | undefined {
  lastSeen ??= new Map(
    lastSeenText
      .trim()
      .split("\n")
      .map((line) => line.split(" ") as [string, string]),
  );
  return lastSeen.get(fullName);
}

let lastSeen: ReadonlyMap<string, string> | undefined;
