import { recordWords } from "@lilink/i18n";
import { listMachines, type ownMachines } from "@lilink/model/machines";
import { listRegisters } from "@lilink/model/register";
import type { Machine } from "@lilink/model/state";
import { PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { MachineDrawing, type MachineWords } from "./machine-drawing.tsx";

/** Every machine, drawn from its declaration. */
export function MachinesPage() {
  const t = useTranslations("machine");
  const wordsOf = useMachineWords();
  const drawn = listMachines().map((machine) => ({ machine, words: wordsOf(machine) }));
  return (
    <>
      <PageHeader up={<TextLink href="/board">{t("up")}</TextLink>} title={t("title")} lead={t("lead")} />
      {areas.map((area) => (
        <section key={area} aria-labelledby={`area-${area}`} className="mb-8">
          <h2 id={`area-${area}`} className="mb-2 text-lg">
            {t(`area.${area}`)}
          </h2>
          <div className="items-start gap-x-10 border-t border-line lg:columns-2">
            {drawn
              .filter(({ machine }) => areaOf(machine.name) === area)
              .map(({ machine, words }) => (
                <MachineDrawing key={machine.name} machine={machine} words={words} />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** What the machines are about: each belongs to one, and registers are records. */
const areas = ["exchange", "figures", "group", "recovery", "money", "record"] as const;
type Area = (typeof areas)[number];
const areaOfOwn: Readonly<Record<OwnName, Area>> = {
  posting: "exchange",
  introduction: "exchange",
  support_ticket: "exchange",
  appointment: "exchange",
  engagement: "exchange",
  proposed_pair: "exchange",
  report: "exchange",
  claim: "exchange",
  fact_contest: "exchange",
  event_guest: "exchange",
  event_plan: "exchange",
  webhook_delivery: "exchange",
  return: "figures",
  return_import: "figures",
  release: "figures",
  trade_file: "figures",
  meeting: "group",
  relay_result: "group",
  relay_claim: "group",
  relay_step: "group",
  batch: "recovery",
  denial: "recovery",
  booking: "recovery",
  sale: "recovery",
  lot: "recovery",
  incentive_claim: "money",
  fund_application: "money",
  fund_review: "money",
  fund_award: "money",
  fund_payment: "money",
  fund_milestone: "money",
};
const areaOf = (name: string): Area => areaOfOwn[name as OwnName] ?? "record";

type OwnName = keyof typeof ownMachines;

/** The words that the pages of each thing use for its states; a register's are its own. */
function useMachineWords(): (machine: Machine) => MachineWords {
  const t = useTranslations("machine");
  const locale = useLocale();
  const all = useTranslations();
  const roots: Readonly<Record<OwnName, string>> = {
    posting: "posting.state",
    introduction: "introduction.state",
    support_ticket: "support.state",
    appointment: "appointment.state",
    return: "return.state",
    return_import: "file.import.state",
    release: "release.state",
    meeting: "meeting.state",
    claim: "organization.review.state",
    fact_contest: "body.state",
    incentive_claim: "incentive.state",
    engagement: "engagement.state",
    proposed_pair: "engagement.pair.state",
    report: "organization.report.finding",
    batch: "batch.state",
    denial: "battery.denial.state",
    booking: "residual.bookings.state",
    sale: "residual.sales.state",
    lot: "machine.lot",
    trade_file: "machine.trade_file",
    event_guest: "machine.event_guest",
    event_plan: "machine.event_plan",
    fund_application: "fund.state",
    fund_review: "fund.reviewState",
    fund_award: "fund.awardState",
    fund_payment: "fund.paymentState",
    fund_milestone: "fund.milestoneState",
    relay_result: "relay.resultState",
    relay_claim: "relay.state",
    relay_step: "relay.stepState",
    webhook_delivery: "settings.webhooks.state",
  };
  return ({ name }) => {
    const registers = listRegisters().filter(({ machine }) => machine.name === name);
    const [first] = registers;
    if (first) {
      const words = recordWords(first.name, locale);
      const names = registers.map((one) => recordWords(one.name, locale).title);
      const title =
        names.length > 1 ? t("record", { names: names.join(locale === "en" ? ", " : "、") }) : words.title;
      return { title, state: words.state, step: words.step };
    }
    const own = name as OwnName;
    return {
      title: t(`name.${own}`),
      state: (state) =>
        own === "report" && state === "open"
          ? t("reportOpen")
          : all(`${roots[own]}.${state}` as Parameters<typeof all>[0]),
      step: (step) => t(`step.${own}.${step}` as Parameters<typeof t>[0]),
    };
  };
}
