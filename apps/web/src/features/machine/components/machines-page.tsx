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
      <nav aria-label={t("contents")} className="mb-8">
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {drawn.map(({ machine, words }) => (
            <li key={machine.name}>
              <a href={`#${machine.name}`} className="text-link">
                {words.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {drawn.map(({ machine, words }) => (
        <MachineDrawing key={machine.name} machine={machine} words={words} />
      ))}
    </>
  );
}

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
