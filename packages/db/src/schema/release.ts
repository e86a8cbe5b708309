import type { Observation } from "@lilink/model/goals/exchange";
import {
  figureStatuses,
  type ReleaseReport,
  releaseAudiences,
  releaseStates,
} from "@lilink/model/goals/release";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, isOneOf } from "./column.ts";
import { organization, organizationGroup } from "./organization.ts";
import { person } from "./person.ts";
import { returnForm, returnRound } from "./return.ts";

/** A frozen set of aggregates. Once `frozenAt` stands nothing in it changes; a correction is in the next one. */
export const figureRelease = pgTable(
  "figure_release",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => returnRound.id, { onDelete: "restrict" }),
    period: text("period").notNull(),
    /** First, second … release of the period. */
    edition: integer("edition").notNull(),
    audience: text("audience").notNull(),
    state: text("state").notNull(),
    /** What the exchange tells of itself alone, asked for by the worker. */
    own: boolean("own").notNull().default(false),
    /** By indicator: verified among owed returns in whole tens of a percent, the version of the definition, and its first measure. */
    coverage:
      jsonb("coverage").$type<
        Record<string, { percent: number | null; definition: number; headline: string }>
      >(),
    /** How many cells are published and withheld, and what the breakdowns leave untold. */
    report: jsonb("report").$type<ReleaseReport>(),
    askedBy: uuid("asked_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    frozenAt: at("frozen_at"),
  },
  (t) => [
    unique("figure_release_edition").on(t.roundId, t.edition),
    check("figure_release_audience", isOneOf(t.audience, releaseAudiences)),
    check("figure_release_state", isOneOf(t.state, releaseStates)),
  ],
);

/** How many returns of an indicator were owed and verified over the country when a release was frozen; for officers alone. */
export const releaseCount = pgTable(
  "release_count",
  {
    releaseId: uuid("release_id")
      .notNull()
      .references(() => figureRelease.id, { onDelete: "cascade" }),
    indicator: text("indicator").notNull(),
    owed: integer("owed").notNull(),
    verified: integer("verified").notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.indicator] })],
);

/**
 * One cell of a release as every reader gets it. A withheld one has bounds and no value: what it hides is not stored here.
 * `measure` is a component (a sum) or a variant of the indicator (an expression over sums); `place` one code a dimension, `all` for a total.
 */
export const figureCell = pgTable(
  "figure_cell",
  {
    id: id(),
    releaseId: uuid("release_id")
      .notNull()
      .references(() => figureRelease.id, { onDelete: "cascade" }),
    /** Not wider than the release's: an indicator may be for the coordination group alone. */
    audience: text("audience").notNull(),
    indicator: text("indicator").notNull(),
    measure: text("measure").notNull(),
    period: text("period").notNull(),
    dimensions: text("dimensions").array().notNull().default([]),
    place: text("place").array().notNull().default([]),
    unit: text("unit").notNull(),
    status: text("status").notNull(),
    value: numeric("value"),
    low: numeric("low"),
    high: numeric("high"),
    note: text("note"),
  },
  (t) => [
    unique("figure_cell_place").on(t.releaseId, t.indicator, t.measure, t.period, t.dimensions, t.place),
    index("figure_cell_total_idx").on(t.indicator, t.measure, t.period).where(sql`${t.dimensions} = '{}'`),
    check("figure_cell_audience", sql`${t.audience} in ('everyone', 'members', 'group')`),
    check("figure_cell_withheld", sql`(${t.status} = 'published') = (${t.value} is not null)`),
    check("figure_cell_status", isOneOf(t.status, figureStatuses)),
  ],
);

/** A release as a printed paper, in one language each: made by the worker when it was frozen, of what its audience may read. */
export const releasePaper = pgTable(
  "release_paper",
  {
    releaseId: uuid("release_id")
      .notNull()
      .references(() => figureRelease.id, { onDelete: "cascade" }),
    locale: text("locale").notNull(),
    fileId: uuid("file_id").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.locale] })],
);

/** Which version of which return a release was made from; the worker alone reads it. */
export const releaseSource = pgTable(
  "release_source",
  {
    releaseId: uuid("release_id")
      .notNull()
      .references(() => figureRelease.id, { onDelete: "cascade" }),
    formId: uuid("form_id")
      .notNull()
      .references(() => returnForm.id, { onDelete: "restrict" }),
    version: integer("version").notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.formId] })],
);

/** What the exchange had counted of itself for a round of a release, so that a later edition starts from it; the worker alone reads it. */
export const releaseObservation = pgTable(
  "release_observation",
  {
    releaseId: uuid("release_id")
      .notNull()
      .references(() => figureRelease.id, { onDelete: "cascade" }),
    roundId: uuid("round_id")
      .notNull()
      .references(() => returnRound.id, { onDelete: "restrict" }),
    observations: jsonb("observations").$type<readonly Observation[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.roundId] })],
);

/** The middle of the peers of a release for those who filed: quartiles that no single group moves. */
export const figureBand = pgTable(
  "figure_band",
  {
    releaseId: uuid("release_id")
      .notNull()
      .references(() => figureRelease.id, { onDelete: "cascade" }),
    indicator: text("indicator").notNull(),
    measure: text("measure").notNull(),
    unit: text("unit").notNull(),
    low: numeric("low").notNull(),
    middle: numeric("middle").notNull(),
    high: numeric("high").notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.indicator, t.measure] })],
);

/** A group lets its figure be published where it alone would be recognized; withdrawn with the next release. */
export const disclosureWaiver = pgTable(
  "disclosure_waiver",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").references(() => organizationGroup.id, { onDelete: "cascade" }),
    indicator: text("indicator").notNull(),
    givenBy: uuid("given_by").references(() => person.id, { onDelete: "set null" }),
    givenAt: at("given_at").notNull(),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [index("disclosure_waiver_organization_idx").on(t.organizationId)],
);

/** A figure that a listed firm has published itself: everybody knows it, so the pattern must hold against everybody. */
export const publicFigure = pgTable(
  "public_figure",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    component: text("component").notNull(),
    period: text("period").notNull(),
    source: text("source").notNull(),
    notedBy: uuid("noted_by").references(() => person.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [unique("public_figure_place").on(t.organizationId, t.component, t.period)],
);
