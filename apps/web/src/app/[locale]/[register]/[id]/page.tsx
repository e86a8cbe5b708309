import { formatDate, isLocale, recordWords } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { isJudged } from "@lilink/model/conditions";
import { isDutyNear } from "@lilink/model/register";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ComparisonPanel } from "#features/achievement/components/comparison-panel.tsx";
import { NeedsPanel } from "#features/achievement/components/needs-panel.tsx";
import { StagePanel } from "#features/achievement/components/stage-panel.tsx";
import { LinkPanel } from "#features/chain-health/components/link-panel.tsx";
import { ConditionsPanel } from "#features/condition/components/conditions-panel.tsx";
import { TechniquePanel } from "#features/deposit/components/technique-panel.tsx";
import { EventPanel } from "#features/event/components/event-panel.tsx";
import { CallPanel } from "#features/fund/components/call-panel.tsx";
import { AlikePanel } from "#features/governance/components/alike-panel.tsx";
import { FilingPanel } from "#features/governance/components/filing-panel.tsx";
import { GapPanel } from "#features/governance/components/gap-bars.tsx";
import { PolicyPanel } from "#features/governance/components/policy-panel.tsx";
import { TermPanel } from "#features/governance/components/term-panel.tsx";
import { IncentivePanel } from "#features/incentive/components/incentive-panel.tsx";
import { SuccessionPanel } from "#features/laboratory/components/succession-panel.tsx";
import { IdleCapacity } from "#features/posting/components/idle-capacity.tsx";
import { DueMark } from "#features/record/components/due-mark.tsx";
import { RecordFacts } from "#features/record/components/record-facts.tsx";
import { RecordLife } from "#features/record/components/record-life.tsx";
import { RecordSources } from "#features/record/components/record-sources.tsx";
import { StateBadge } from "#features/record/components/state-badge.tsx";
import { StepButtons } from "#features/record/components/step-buttons.tsx";
import { readRecord, requireReader, requireRegister } from "#features/record/queries.ts";
import { isOpinion, mayCreate, titleOf, toSubstance } from "#features/record/view.ts";
import { NoticePanel } from "#features/recycler/components/notice-panel.tsx";
import { EvidencePanel } from "#features/relay/components/evidence-panel.tsx";
import { EcologyPanel } from "#features/supply/components/ecology-panel.tsx";
import { OutputPanel } from "#features/supply/components/output-panel.tsx";
import { PlanPanel } from "#features/supply/components/plan-bars.tsx";
import { saverIn } from "#lib/person-in.ts";
import { findViewer } from "#lib/session.ts";
import { toldElsewhere } from "#lib/told-elsewhere.ts";

/** A call starts from a link that is confirmed and not closed. [FU11] */
const callable: ReadonlySet<string> = new Set(["confirmed", "in_work", "evidence_filed"]);

/** Of these the page says where they stand by their days or events; that the record is published says less. */
const saysMore: ReadonlySet<string> = new Set(["publicPolicy", "fundCall"]);

type Props = PageProps<"/[locale]/[register]/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { register: path, id, locale } = await params;
  const register = requireRegister(path);
  await requireReader(register, `/${path}/${id}`);
  const { shown } = await readRecord(register, id);
  return { title: titleOf(register, shown.values, isLocale(locale) ? locale : "en").own };
}

export default async function RecordPage({ params, searchParams }: Props) {
  const [{ register: path, id }, query, given, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("register"),
  ]);
  const locale = isLocale(given) ? given : "en";
  const register = requireRegister(path);
  await requireReader(register, `/${path}/${id}`);
  const words = recordWords(register.name, locale);
  const version = Number(query.version) || undefined;
  const record = await readRecord(register, id, version);
  const { own, other } = titleOf(register, record.shown.values, locale);
  // A standard is known by its number and called by its title.
  const number = register.name === "standard" ? String(record.shown.values.number ?? "") : "";
  const unchecked = register.name === "standard" && record.shown.readings.stage?.reading === "estimated";
  const pathname = `/${register.rest.path}`;
  const isOther = record.liveVersion !== null && record.shown.version !== record.liveVersion;
  const mayCall =
    register.name === "weakLink" && mayCreate(requireRegister("fund-calls"), await findViewer());
  // What still lacks something is filled in before it is handed in.
  const lacks = record.mayEdit && record.missing.length > 0;
  const { steps: about } = register.machine;
  const steps = lacks ? record.steps.filter((step) => about[step]?.guard !== "complete") : record.steps;
  const isOwn = record.mayEdit || record.steps.includes("revise");
  const substance = toSubstance(query.unit);
  const now = new Date();
  const near = record.duty && isDutyNear(record.duty.dueAt, now) ? record.duty : null;
  const answer = isOpinion(register)
    ? record.life.findLast(({ to }) => to === record.state && register.machine.states[to]?.live)
    : undefined;
  const noticed = record.state === "notice" ? record.life.findLast(({ to }) => to === "notice") : undefined;
  return (
    <ClientMessages namespaces={["register", "posting"]}>
      <PageHeader
        up={<TextLink href={pathname}>{words.title}</TextLink>}
        title={
          <OwnWords>
            {[own === number ? "" : number, own || t("list.untitled")].filter(Boolean).join(" ")}
          </OwnWords>
        }
        lead={other ? <OwnWords>{other}</OwnWords> : null}
        badges={
          <>
            {record.state === "published" &&
            (record.steps.length === 0 || saysMore.has(register.name)) ? null : (
              <StateBadge register={register} words={words} state={record.state} />
            )}
            {near ? (
              <DueMark what={words.duty(near.kind)} dueAt={near.dueAt} now={now} locale={locale} inLine />
            ) : null}
          </>
        }
        actions={
          <>
            <StepButtons
              register={register.name}
              publicId={record.publicId}
              revision={record.revision}
              state={record.state}
              steps={steps}
              hasDuty={near !== null}
            />
            {record.mayEdit ? (
              <ButtonLink href={`${pathname}/${id}/edit`} {...(lacks && { variant: "accent" as const })}>
                {t("edit")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {isOther ? (
        <NoticeBox tone="info" className="mb-6" title={t("otherVersion", { version: record.shown.version })}>
          <TextLink href={{ pathname: `${pathname}/${id}`, query: { version: String(record.liveVersion) } }}>
            {t("toLive")}
          </TextLink>
        </NoticeBox>
      ) : null}
      {lacks ? (
        <NoticeBox tone="warning" className="mb-6" title={t("missing")}>
          {record.missing
            .map((name) => words.field(name, record.shown.values))
            .join(locale === "en" ? ", " : "、")}
        </NoticeBox>
      ) : null}
      {noticed ? <NoticePanel register={register.name} publicId={id} since={noticed.at} /> : null}
      {unchecked ? (
        <NoticeBox tone="info" className="mb-6">
          {t("uncheckedStandard")}
        </NoticeBox>
      ) : null}
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          {register.name === "laboratory" ? <SuccessionPanel id={record.publicId} locale={locale} /> : null}
          {register.name === "achievement" ? (
            <ComparisonPanel
              state={record.state}
              values={record.shown.values}
              today={toShanghaiDate(new Date())}
              locale={locale}
            />
          ) : null}
          {register.name === "achievement" ? (
            <StagePanel record={record} words={words} locale={locale} />
          ) : null}
          {register.name === "achievement" && record.state === "offered" && record.mayEdit ? (
            <NeedsPanel id={record.publicId} />
          ) : null}
          {register.name === "exchangeEvent" ? (
            <EventPanel
              id={record.publicId}
              state={record.state}
              values={record.shown.values}
              locale={locale}
            />
          ) : null}
          {register.name === "overseasProject" ? (
            <OutputPanel values={record.shown.values} words={words} locale={locale} isOwn={isOwn} />
          ) : null}
          {register.name === "importPlan" ? (
            <PlanPanel publicId={record.publicId} values={record.shown.values} locale={locale} />
          ) : null}
          {register.name === "gapRecord" ? (
            <GapPanel publicId={record.publicId} values={record.shown.values} words={words} />
          ) : null}
          {register.name === "publicPolicy" ? <PolicyPanel id={record.publicId} /> : null}
          {register.name === "fundCall" && record.liveVersion !== null ? (
            <CallPanel id={record.publicId} />
          ) : null}
          {register.name === "incentiveProgramme" && record.liveVersion !== null ? (
            <IncentivePanel id={record.publicId} locale={locale} />
          ) : null}
          {register.name === "filingPlan" ? (
            <FilingPanel state={record.state} values={record.shown.values} locale={locale} />
          ) : null}
          {register.name === "patent" ? <TermPanel values={record.shown.values} locale={locale} /> : null}
          {/* The verdict first, then what it rests on. */}
          {isJudged(register.name) ? (
            <ConditionsPanel
              register={register.name}
              values={record.shown.values}
              readings={record.shown.readings}
              locale={locale}
            />
          ) : null}
          <Section id="facts" title={t("facts")}>
            <RecordFacts
              register={register}
              words={words}
              locale={locale}
              shown={record.shown}
              substance={substance}
              without={toldElsewhere(register.name, { isLive: record.liveVersion !== null, isOwn })}
            />
          </Section>
          {register.name === "miningRight" ? (
            <EcologyPanel id={record.publicId} version={record.shown.version} words={words} locale={locale} />
          ) : null}
          {answer?.reason ? (
            <Section id="answer" title={t("answer")}>
              <p>
                <span className="whitespace-pre-line">
                  <OwnWords>{answer.reason}</OwnWords>
                </span>
                <span className="block text-sm text-muted">
                  {`${words.state(answer.to)} · ${formatDate(answer.at, locale)}`}
                </span>
              </p>
            </Section>
          ) : null}
          {register.name === "plant" && isOwn ? (
            <IdleCapacity
              plant={{
                products: record.shown.values.products as readonly string[],
                province: record.shown.values.province as string | null,
                makesTernary: record.shown.values.makesTernary as boolean | null,
                makesIron: record.shown.values.makesIron as boolean | null,
              }}
              today={toShanghaiDate(new Date())}
              locale={locale}
            />
          ) : null}
          {register.name === "deposit" ? (
            <TechniquePanel values={record.shown.values} locale={locale} />
          ) : null}
          {register.name === "weakLink" ? (
            <>
              <LinkPanel
                values={record.shown.values}
                call={mayCall && callable.has(record.state) ? record.publicId : null}
                keeps={isOwn}
              />
              <EvidencePanel
                weakLink={record.publicId}
                state={record.state}
                node={record.shown.values.node}
              />
            </>
          ) : null}
          {register.name === "watchItem" ? (
            <AlikePanel
              id={record.publicId}
              revision={record.revision}
              mayMerge={record.steps.includes("merge")}
            />
          ) : null}
          <Section id="sources" title={t("sources")}>
            <RecordSources sources={record.shown.sources} locale={locale} />
          </Section>
        </div>
        <div>
          <Section id="life" title={t("life")}>
            <RecordLife words={words} locale={locale} record={record} />
          </Section>
          <p className="text-sm text-muted">
            {t("versionLine", {
              version: record.shown.version,
              by: saverIn(record.shown, locale, t),
              day: formatDate(record.shown.savedAt, locale),
            })}{" "}
            <TextLink href={`${pathname}/${id}/history`}>{t("compare")}</TextLink>
          </p>
        </div>
      </div>
    </ClientMessages>
  );
}
