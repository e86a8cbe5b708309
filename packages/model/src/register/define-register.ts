import type { ApiScope, PolicyAction } from "../policy/index.ts";
import { type Machine, openSteps, statesOf, stepsOf } from "../state/index.ts";
import { type Field, type RegisterLevel, registerLevels, type ValueOf } from "./field.ts";

export type Fields = Readonly<Record<string, Field>>;
/** What a record holds: each field's value, or null where nothing is known. */
export type ValuesOf<F extends Fields> = { readonly [N in keyof F]: ValueOf<F[N]> | null };
export type Values = Readonly<Record<string, unknown>>;

/** One value that breaks a rule of the register, as `FieldFault` of `@lilink/model/error` names it. */
export type ValueFault<N extends string = string> = {
  readonly field: N;
  readonly rule:
    | "required"
    | "endBeforeStart"
    | "dateTooFar"
    | "tooSmall"
    | "tooLarge"
    | "unitMismatch"
    | "implausible"
    | "rangeReversed"
    | "notInList"
    | "duplicate";
  readonly params?: Readonly<Record<string, string | number>>;
};

/** `duty` is due so many working days after the state began, or at the end of the day that a field holds, perhaps so many months later. */
export type RecordDuty<N extends string = string> = {
  readonly duty: string;
  /** It runs only for what happened, by this field, at most so many years before. */
  readonly recent?: { readonly field: N; readonly years: number };
} & ({ readonly workingDays: number } | { readonly field: N; readonly months?: number });

/** A register as a declaration. At most twelve keys: a wish for a thirteenth means that the noun has a room of its own. */
export type Register<
  N extends string = string,
  F extends Fields = Fields,
  S extends string = string,
  T extends string = string,
> = {
  /** Camel case; the table is its snake case, its verbs are `<name>.list` and so on. */
  readonly name: N;
  /** Whose records these are: each organization's own, or the secretariat's for everybody. */
  readonly owner: "organization" | "group";
  /** Who reads a live record; a field may be narrower. */
  readonly level: RegisterLevel;
  readonly fields: F;
  readonly machine: Machine<S, T>;
  readonly act: { readonly edit: PolicyAction; readonly decide: PolicyAction };
  /** Fields that together name a record: no two records share them, and a file's row finds its record by them. */
  readonly unique: readonly (keyof F & string)[];
  /** Columns of the list, the title first. */
  readonly list: readonly (keyof F & string)[];
  readonly facets: readonly (keyof F & string)[];
  /** The path of its pages and of its REST address, and the scope that programs read it with. */
  readonly rest: { readonly path: string; readonly scope: ApiScope };
  /** Rules over several fields. It sees drafts too, so a missing value is not its business. */
  readonly check?: (values: ValuesOf<F>) => readonly ValueFault<keyof F & string>[];
  /** The duty that runs while a record is in a state; it ends when the record reaches a state without it. [DU1] */
  readonly due?: { readonly [State in S]?: RecordDuty<keyof F & string> };
};

const paths = /^[a-z][a-z-]*$/;
const names = /^[a-z][A-Za-z]{2,30}$/;
/** Columns of every record's tables; a field may not take their names. */
const taken: ReadonlySet<string> = new Set(
  "id key state version revision level status sources readings search organization".split(" "),
);

/**
 * Declares a register. Types follow from the declaration: a misspelt field is a type error.
 * @throws Error where a name, level, step or column cannot be
 */
export function defineRegister<
  const N extends string,
  const F extends Fields,
  S extends string,
  T extends string,
>(given: Register<N, F, S, T>): Register<N, F, S, T> {
  const fail = (what: string) => {
    throw new Error(`${given.name}: ${what}`);
  };
  if (!names.test(given.name)) fail("a register's name is camel case");
  if (!paths.test(given.rest.path)) fail("a register's path is kebab case");
  if (given.list.length === 0) fail("a list needs a title column");
  for (const [name, field] of Object.entries(given.fields)) {
    if (!names.test(name) || taken.has(name)) fail(`${name} is no name of a field`);
    if (field.level && registerLevels.indexOf(field.level) < registerLevels.indexOf(given.level))
      fail(`${name} is more open than its register`);
    if (field.kind === "figure" && field.basis?.length === 0) fail(`${name} names no basis`);
    if (field.when && !canBe(given.fields, name, field.when)) fail(`${name} waits for what cannot be`);
    if (field.kind === "day" && field.propose && !(field.propose.by in given.fields))
      fail(`${name} is proposed by ${field.propose.by}, which is no field`);
  }
  for (const name of [...given.unique, ...given.list, ...given.facets])
    if (!(name in given.fields)) fail(`${name} is no field`);
  const orders = Object.entries(given.fields).filter(([, { order }]) => order !== undefined);
  if (orders.length > 1) fail("a list opens in one order");
  // The order of rows says something of what they hold, so it is by a column that every reader of the list sees.
  for (const [name, field] of orders)
    if (!given.list.includes(name) || levelOf(given, field) !== given.level)
      fail(`${name} is no column for everybody`);
  // Whoever reads a head reads its title and its key.
  for (const name of [given.list[0] ?? "", ...given.unique])
    if (levelOf(given, given.fields[name] as Field) !== given.level)
      fail(`${name} is narrower than its register`);
  if (partiesOf(given).length > 0 && (given.owner !== "organization" || given.level !== "own"))
    fail("a case is filed by an organization and is for its parties alone");
  for (const step of stepsOf<T>(given.machine))
    for (const name of [
      ...(given.machine.steps[step].fields ?? []),
      ...(given.machine.steps[step].empties ?? []),
    ])
      if (!(name in given.fields)) fail(`the step ${step} fills in ${name}, which is no field`);
  for (const [state, duty] of Object.entries<RecordDuty | undefined>(given.due ?? {})) {
    if (!statesOf(given.machine).includes(state as S)) fail(`${state} is no state`);
    const field = duty && "field" in duty ? given.fields[duty.field] : null;
    if (duty && "field" in duty && (field?.kind !== "day" || field.partial)) fail(`${duty.field} is no day`);
  }
  return given;
}

/** Whether a choice or flag that is declared before a field can have a value. */
function canBe(fields: Fields, name: string, { field: by, is }: NonNullable<Field["when"]>): boolean {
  const names = Object.keys(fields);
  if (names.indexOf(by) === -1 || names.indexOf(by) >= names.indexOf(name)) return false;
  const asked = fields[by];
  return asked?.kind === "choice"
    ? asked.choices.includes(String(is))
    : asked?.kind === "flag" && is === true;
}

/** Whether a field is asked of a record with these values. [RG1] */
export function isAsked({ fields }: Pick<Register, "fields">, name: string, values: Values): boolean {
  const when = fields[name]?.when;
  return when === undefined || (values[when.field] === when.is && isAsked({ fields }, when.field, values));
}

/** The fields that name a party; a register with one is a case. [CS1] */
export function partiesOf({ fields }: Pick<Register, "fields">): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "organization" && field.party ? [name] : [],
  );
}

/** The states in which a record waits for its reviewer: the next step is an officer's, or its trait says so. */
export function reviewStatesOf({ machine }: Pick<Register, "machine">): readonly string[] {
  return statesOf(machine).filter(
    (state) =>
      machine.states[state]?.review ||
      openSteps(machine, state).some((step) => machine.steps[step]?.who === "officer"),
  );
}

/** The states from which a step leads on, or those from which none does. */
export function statesThat({ machine }: Pick<Register, "machine">, are: "open" | "ended"): readonly string[] {
  return statesOf(machine).filter((state) => (machine.states[state]?.end === true) === (are === "ended"));
}

/**
 * The states in which nothing is asked of a record any more; an opening list has them behind the others. [RG7]
 * @example settledStates(weakLink) // ["closed", "rejected"]
 */
export const settledStates = ({ machine }: Pick<Register, "machine">): readonly string[] =>
  statesOf(machine).filter((state) => machine.states[state]?.settled === true);

/** The level at which a field is kept. */
export function levelOf(register: Pick<Register, "level">, field: Field): RegisterLevel {
  return field.level ?? register.level;
}

/** The levels that a register keeps rows at, the most open first. */
export function levelsOf(register: Pick<Register, "level" | "fields">): readonly RegisterLevel[] {
  const used = new Set<RegisterLevel>([register.level]);
  for (const field of Object.values(register.fields)) used.add(levelOf(register, field));
  return registerLevels.filter((level) => used.has(level));
}

/** The fields that a level's row holds, in the order of their declaration. */
export function fieldsAt(register: Pick<Register, "level" | "fields">, level: RegisterLevel) {
  return Object.entries(register.fields).filter(([, field]) => levelOf(register, field) === level);
}

/** The order in which a list opens, as its address would name it: by its ordered field, else by its title. [RG7] @example openingSort(deposit) // "-resource" */
export function openingSort({ fields, list }: Pick<Register, "fields" | "list">): string {
  const [name, field] = Object.entries(fields).find(([, { order }]) => order !== undefined) ?? [];
  return name === undefined ? (list[0] ?? "") : field?.order === "falling" ? `-${name}` : name;
}

export const statesOfRegister = ({ machine }: Pick<Register, "machine">) => statesOf(machine);
export const stepsOfRegister = ({ machine }: Pick<Register, "machine">) => stepsOf(machine);
/** The steps that are open in a state, whoever takes them. */
export const openStepsOf = ({ machine }: Pick<Register, "machine">, state: string) =>
  openSteps(machine, state);

/** Whether the day of a step has come; most steps wait for none, and a day that is not known holds nothing up. [RG16] */
export function isTimely(
  { machine }: Pick<Register, "machine">,
  step: string,
  values: Values,
  today: string,
): boolean {
  const field = machine.steps[step]?.notBefore;
  const day = field === undefined ? undefined : values[field];
  return typeof day !== "string" || day <= today;
}

/** Which of the fields that a step needs hold nothing; with any of them the step is not open. [RG16] */
export const unmetOf = ({ machine }: Pick<Register, "machine">, step: string, values: Values) =>
  (machine.steps[step]?.needs ?? []).filter((field) => isEmpty(values[field]));

/**
 * Whether a screen asks once more before a step that asks for nothing else: where what others read changes, or where a draft is
 * thrown away. Handing in, the decision on what was handed in and the beginning of a revision ask nothing. [RG16]
 */
export function asksFirst({ machine, level }: Pick<Register, "machine" | "level">, name: string): boolean {
  const step = machine.steps[name];
  if (!step) return false;
  const target = machine.states[step.to];
  const isLive = (state: string) => machine.states[state]?.live === true;
  if (step.guard === "hasLive") return true;
  if (level === "own") return target?.end === true;
  if (step.from.some(isLive)) return target?.edit !== "draft";
  return target?.live === true && step.who === "owner";
}

/** Required fields that hold nothing: what still stands between a draft and its submission. */
export function missingOf(register: Pick<Register, "fields">, values: Values): readonly string[] {
  return Object.entries(register.fields)
    .filter(([name, field]) => field.required && isEmpty(values[name]) && isAsked(register, name, values))
    .map(([name]) => name);
}

/** Whether a value says nothing: null, an empty list, a text in neither language. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && "zh" in value && "en" in value && !value.zh && !value.en;
}

/** The faults that the register's own rules find; what a draft lacks is no fault here. */
export function checkValues(register: Register, values: Values): readonly ValueFault[] {
  return register.check?.(values as ValuesOf<Fields>) ?? [];
}

/** The policy's action of reading a register: anybody's, or that of members of verified bodies. */
export function readActionOf({ level }: Pick<Register, "level">): PolicyAction {
  return level === "everyone" ? "record.browse" : "record.consult";
}
