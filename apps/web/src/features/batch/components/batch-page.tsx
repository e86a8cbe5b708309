import { formatDate, formatNumber, formatShare } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type BatchStep, batchStates, outcomesOf } from "@lilink/model/trace/batch";
import { Badge, DescriptionList, PageHeader, Section, type StepState, Steps } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { organizationName, provinceName } from "../../organization/view.ts";
import type { LoadedBatch } from "../queries.ts";
import { percent, type Shown, toFlows, withError } from "../view.ts";
import { BatchForm } from "./batch-form.tsx";
import { stateTones } from "./batch-list.tsx";
import { ElementTable } from "./element-table.tsx";
import { FaultList } from "./fault-list.tsx";
import { RuleTable, type RuleTableProps } from "./rule-table.tsx";
import { StepButtons } from "./step-buttons.tsx";
import { SurePicture } from "./sure-picture.tsx";

type Given = { readonly batch: LoadedBatch; readonly shown: Shown };
type BatchPageProps = Given & Pick<RuleTableProps, "compared">;

/** One batch: where each element went, how sure its recovery is, what stands before its balance, and its rows. */
export function BatchPage({ batch, shown, compared }: BatchPageProps) {
  const t = useTranslations("batch");
  const locale = useLocale();
  const { judged, owner } = batch;
  return (
    <>
      <PageHeader
        up={<TextLink href="/batteries/batches">{t("page.up")}</TextLink>}
        title={t("page.title", { number: batch.number })}
        badges={<Badge tone={stateTones[batch.state]}>{t(`state.${batch.state}`)}</Badge>}
        lead={`${organizationName(owner, locale)} · ${t(`process.${batch.process}`)}`}
        actions={
          <ClientMessages namespaces={["batch"]}>
            <StepButtons
              publicId={batch.publicId}
              steps={batch.steps as readonly BatchStep[]}
              faults={judged.faults.length}
            />
          </ClientMessages>
        }
      />
      <Stages batch={batch} />
      <Figures batch={batch} shown={shown} />
      <Flows batch={batch} shown={shown} />
      <div className="grid gap-x-10 xl:grid-cols-[minmax(min-content,3fr)_minmax(0,2fr)]">
        <div>
          <Section id="elements" title={t("page.elements")}>
            <ElementTable judged={judged} />
          </Section>
          <Section id="lacking" title={t("page.lacking")}>
            <FaultList judged={judged} isBefore={batch.state === "open" || batch.state === "closed"} />
          </Section>
        </div>
        <div>
          <Section id="sure" title={t("page.sure")}>
            <SurePicture elements={judged.elements} mayEdit={batch.mayEdit} />
          </Section>
        </div>
      </div>
      <Section id="rules" title={t("page.rules")}>
        <p className="mb-2 text-sm text-muted">{t("page.rulesLead")}</p>
        <RuleTable judged={judged} on={batch.openedOn} compared={compared} isOpen={batch.state === "open"} />
      </Section>
      <Section id="about" title={t("page.about")}>
        <About batch={batch} />
      </Section>
      {batch.mayEdit ? (
        <Section id="edit" title={t("page.edit")}>
          <ClientMessages namespaces={["batch"]}>
            <BatchForm key={batch.version} batch={batch} today={toShanghaiDate(new Date())} />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}

function Stages({ batch }: { readonly batch: LoadedBatch }) {
  const t = useTranslations("batch");
  const way = batchStates.filter((state) => state !== (batch.state === "refused" ? "balanced" : "refused"));
  const at = way.indexOf(batch.state);
  const stateOf = (index: number): StepState => (index < at ? "done" : index === at ? "current" : "todo");
  return (
    <div className="mb-6">
      <Steps
        label={t("page.stages")}
        steps={way.map((state, index) => ({ key: state, label: t(`state.${state}`), state: stateOf(index) }))}
        stateText={{
          done: t("page.stageState.done"),
          current: t("page.stageState.current"),
          todo: t("page.stageState.todo"),
        }}
      />
    </div>
  );
}

function Figures({ batch: { judged, uIn, uOut }, shown }: Given) {
  const t = useTranslations("batch.page");
  const names = useTranslations("batch.element");
  const locale = useLocale();
  const one =
    judged.elements.find(({ element }) => element === shown) ??
    judged.elements.find(({ element }) => element === "Li");
  const meets =
    one && one.threshold !== null
      ? outcomesOf(one).filter((value) => value >= (one.threshold ?? 0)).length
      : 0;
  const { formal, mass } = judged;
  const figures = [
    ...(one
      ? [
          {
            key: "recovery",
            label: t("recovery", { element: names(one.element as "Li") }),
            value: one.u === null ? percent(one.recovery) : withError(one.recovery, one.u),
            note:
              uIn === null || uOut === null
                ? t("noU")
                : t("recoveryNote", { uIn: percent(uIn, 1), uOut: percent(uOut, 1) }),
          },
          {
            key: "chance",
            label:
              one.threshold === null
                ? t("chance", { threshold: "" })
                : t("chance", { threshold: percent(one.threshold, 0) }),
            value: one.probability === null ? "" : formatShare(one.probability, locale),
            note:
              one.threshold === null
                ? t("noRule")
                : one.probability === null
                  ? t("noChance")
                  : t("chanceNote", { count: meets }),
          },
        ]
      : []),
    {
      key: "formal",
      label: t("formal"),
      value:
        formal === null
          ? ""
          : formal.low === formal.high
            ? percent(formal.low, 1)
            : `${percent(formal.low, 1)}–${percent(formal.high, 1)}`,
      note: formal === null ? t("noFormal") : formal.low === formal.high ? t("formalKnown") : t("formalNote"),
    },
    {
      key: "closure",
      label: t("closure"),
      value: mass.closure === null ? "" : percent(mass.closure),
      note: t("closureNote"),
    },
  ];
  return (
    <dl className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-4 lg:grid-cols-4">
      {figures.map(({ key, label, value, note }) => (
        <div key={key}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd>
            <span className="block text-xl font-semibold tabular-nums">{value}</span>
            <span className="block text-sm text-muted">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Flows({ batch: { publicId, rows, judged }, shown }: Given) {
  const t = useTranslations("batch.page");
  const names = useTranslations("batch.element");
  const kinds = useTranslations("batch.kind");
  const locale = useLocale();
  const kg = (value: number) =>
    `${formatNumber(Number(value.toFixed(1)), locale)}\u00a0kg${shown === "mass" ? "" : `\u00a0${shown}`}`;
  const { nodes, flows } = toFlows(rows, shown, {
    work: t("work"),
    open: t("openNode"),
    over: t("overNode"),
    kindOf: (kind) => kinds(kind),
    kg,
  });
  const choices: readonly Shown[] = [
    ...judged.elements.map(({ element }) => element as Shown),
    "mass" as const,
  ];
  return (
    <Section id="where" title={t("where", { element: names(shown) })}>
      <nav aria-label={t("choose")} className="no-print mb-3 flex flex-wrap items-center gap-1 text-sm">
        {choices.map((one) => (
          <RoutedLink
            key={one}
            scroll={false}
            href={{ pathname: `/batteries/batches/${publicId}`, query: { element: one } }}
            aria-current={one === shown ? "page" : undefined}
            className="rounded border border-line px-3 py-1 no-underline aria-[current=page]:border-edge aria-[current=page]:bg-sunken aria-[current=page]:font-semibold"
          >
            {one === "mass" ? names("mass") : one}
          </RoutedLink>
        ))}
        <span className="ml-2 text-muted">{t("whereLead")}</span>
      </nav>
      {flows.length === 0 ? (
        <p className="text-sm text-muted">{t("nothing")}</p>
      ) : (
        <Chart
          title={t("sankey", { element: names(shown) })}
          hideTitle
          spec={{ kind: "sankey", head: [t("from"), t("to"), t("amount")], nodes, flows }}
        />
      )}
    </Section>
  );
}

function About({ batch }: { readonly batch: LoadedBatch }) {
  const t = useTranslations("batch");
  const locale = useLocale();
  const techniques = [
    ...(batch.shortProcess ? [t("form.shortProcess")] : []),
    ...(batch.harmlessLiquor ? [t("form.harmlessLiquor")] : []),
  ];
  const none = t("page.techniquesNone");
  return (
    <DescriptionList
      items={[
        { key: "model", term: t("page.aboutModel"), detail: t(`model.${batch.custodyModel}`) },
        { key: "opened", term: t("page.opened"), detail: formatDate(batch.openedOn, locale) },
        ...(batch.closedOn
          ? [{ key: "closed", term: t("page.closed"), detail: formatDate(batch.closedOn, locale) }]
          : []),
        { key: "province", term: t("page.province"), detail: provinceName(batch.province, locale) ?? none },
        {
          key: "handling",
          term: t("page.handling"),
          detail:
            batch.handling.map((one) => t(`handling.${one}`)).join(locale === "en" ? ", " : "、") || none,
        },
        {
          key: "mechanization",
          term: t("page.mechanization"),
          detail: batch.mechanization ? t(`mechanization.${batch.mechanization}`) : none,
        },
        {
          key: "techniques",
          term: t("page.techniques"),
          detail: (
            <>
              {techniques.join(locale === "en" ? ", " : "、") || none}{" "}
              <TextLink
                href={{ pathname: "/recyclers", query: { techniques: ["short_process", "harmless_liquor"] } }}
              >
                {t("page.techniquesOffered")}
              </TextLink>
            </>
          ),
        },
        ...(batch.reason ? [{ key: "reason", term: t("page.reason"), detail: batch.reason }] : []),
      ]}
    />
  );
}
