import { formatDate, formatNumber } from "@lilink/i18n";
import { answerStepBy, tellableSteps } from "@lilink/model/fund/life";
import { Badge, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { RelayClaim } from "../queries.ts";
import { claimTone, stepTone, toLocale } from "../view.ts";
import { AnswerActs, NameForm, TellForm } from "./claim-acts.tsx";

type Given = { readonly claim: RelayClaim; readonly today: string; readonly mayAct: boolean };

/** Who takes a result on and what both sides said: each step with its answer, and what may be told next. [RY2] [RY6] */
export function ClaimPart({ claim, today, mayAct }: Given) {
  const t = useTranslations("relay");
  const locale = toLocale(useLocale());
  const { publicId, taker, title, state, side, steps, named, introduction } = claim;
  const said = { taker: organizationName(taker, locale), title };
  const name = title ? t("one.asked", said) : t("one.askedPlain", said);
  const open = steps.find((step) => step.state === "told");
  const next = tellableSteps(state);
  const acts = mayAct && side !== null;
  return (
    <article>
      <h3 className="mb-2 flex flex-wrap items-center gap-3 font-medium">
        <span>{name}</span>
        <Badge tone={claimTone[state]}>{t(`state.${state}`)}</Badge>
      </h3>
      {introduction ? (
        <p className="mb-2 text-sm text-muted">
          <TextLink href={`/introductions/${introduction}`}>{t("one.introduced")}</TextLink>
        </p>
      ) : null}
      <DataTable
        caption={name}
        rows={steps}
        rowKey={(step) => step.publicId}
        columns={[
          {
            key: "step",
            label: t("one.stepOf"),
            lead: true,
            cell: (step) => (
              <span className="flex flex-wrap items-center gap-2">
                {t(`step.${step.step}`)}
                <Badge tone={stepTone[step.state]}>{t(`stepState.${step.state}`)}</Badge>
              </span>
            ),
          },
          {
            key: "day",
            label: t("one.day"),
            className: "whitespace-nowrap",
            cell: ({ happenedOn }) => formatDate(happenedOn, locale),
          },
          {
            key: "who",
            label: t("one.who"),
            cell: ({ isOwn, step }) =>
              side === null
                ? step === "claim"
                  ? organizationName(taker, locale)
                  : "–"
                : t(isOwn ? "one.own" : "one.other"),
          },
          {
            key: "words",
            label: t("one.words"),
            cell: ({ words, useKind, volume, unit }) =>
              useKind === null && words === "" ? null : (
                <span className="flex flex-col">
                  {useKind ? (
                    <span className="text-sm text-muted">
                      {t(`useKind.${useKind}`)}
                      {volume !== null && unit
                        ? ` · ${formatNumber(volume, locale)} ${t(`unit.${unit as "t"}`)}`
                        : ""}
                    </span>
                  ) : null}
                  <OwnWords>{words}</OwnWords>
                </span>
              ),
          },
          {
            key: "answer",
            label: t("one.answer"),
            cell: ({ answer }) => <OwnWords>{answer ?? ""}</OwnWords>,
          },
        ]}
      />
      {acts && open ? (
        <div className="mt-3">
          <p className="mb-2 text-sm text-muted">
            {t("act.by", { day: formatDate(answerStepBy(new Date(open.toldAt)), locale) })}
          </p>
          <AnswerActs publicId={open.publicId} isOwn={open.isOwn} isFirst={open.step === "claim"} />
        </div>
      ) : null}
      {acts && !open && next.length > 0 ? (
        <div className="mt-4">
          <TellForm publicId={publicId} steps={next} today={today} />
        </div>
      ) : null}
      {acts && side === "taker" && (state === "working" || state === "in_product") ? (
        <div className="mt-4">
          <NameForm publicId={publicId} named={named} />
        </div>
      ) : null}
    </article>
  );
}
