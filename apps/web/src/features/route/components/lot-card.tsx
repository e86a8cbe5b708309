import { formatNumber, readerHalf } from "@lilink/i18n";
import { Badge, DataTable, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { provinceName } from "../../organization/view.ts";
import type { OwnLot } from "../queries.ts";
import { LotReason } from "./lot-reason.tsx";
import { WithdrawButton } from "./withdraw-button.tsx";

const tones = {
  recode: "recycling",
  return_to_use: "success",
  test_again: "warning",
} as const satisfies Record<string, Tone>;

type Takers = OwnLot["takers"];

/** One lot with its gate and its nearest takers, and why the others cannot. */
export function LotCard({ lot }: { readonly lot: OwnLot }) {
  const t = useTranslations("route");
  const locale = useLocale();
  const nameOf = (code: string) => provinceName(code, locale) ?? code;
  // The gate is passed, and still no cascade use takes it.
  const wantsReason = lot.steps.some(({ why }) => why.includes("reason"));
  const [fit, rest] = [true, false].map((isFit) =>
    lot.takers.filter(({ unfit }) => (unfit.length === 0) === isFit),
  ) as [Takers, Takers];
  const own = fit.filter(({ isOwn }) => isOwn);
  // Whom somebody can ask comes first; the own plant needs no asking.
  const shown = [...fit.filter(({ isOwn }) => !isOwn), ...own];
  const what =
    lot.kind === "battery"
      ? t(`chemistry.${lot.chemistry as "lfp"}`)
      : t(`kind.${lot.kind as "electrolyte"}`);
  return (
    <article aria-labelledby={`lot-${lot.id}`} className="border-t border-line py-5 first:border-t-0">
      <header className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 id={`lot-${lot.id}`} className="text-base">
          <OwnWords>{lot.name}</OwnWords>
        </h3>
        <span className="text-sm text-muted">
          {t("lots.line", { tonnes: lot.tonnes, chemistry: what, province: nameOf(lot.province) })}
          {lot.kind === "battery" ? ` · ${t(`step.${String(lot.step) as "0"}`)}` : ""}
        </span>
        {wantsReason ? (
          <Badge tone="warning">{t("gate.reason")}</Badge>
        ) : lot.gate ? (
          <Badge tone={tones[lot.gate.verdict]}>{t(`gate.${lot.gate.verdict}`)}</Badge>
        ) : null}
        <span className="ml-auto">
          <WithdrawButton publicId={lot.id} />
        </span>
      </header>
      {wantsReason ? <LotReason lot={lot} /> : null}
      {lot.steps.length > 0 ? (
        <dl className="mb-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-3">
          {lot.steps.map(({ step, taker, km, why }) => (
            <div key={step} className="border-l-2 border-line pl-3">
              <dt className="font-medium">{t(`step.${String(step) as "1"}`)}</dt>
              <dd>
                {taker ? (
                  <>
                    <TextLink href={`/recyclers/${taker.publicId}`}>
                      {(locale === "en" ? taker.nameEn : null) ?? taker.nameZh ?? taker.nameEn}
                    </TextLink>{" "}
                    <span className="text-muted">
                      {km === null ? "" : t("lots.km", { km: formatNumber(km, locale) })}
                    </span>
                  </>
                ) : (
                  <span className="text-muted">
                    {t("lots.skipped", {
                      why: why.map((one) => t(`unfit.${one}`)).join(locale === "en" ? ", " : "、"),
                    })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {fit.length > 0 ? (
        <>
          {own.length === fit.length ? <p className="mb-2 text-sm">{t("lots.onlyOwn")}</p> : null}
          <TakerTable lot={lot} takers={shown} />
        </>
      ) : (
        <p className="text-sm text-muted">{t(rest.length > 0 ? "lots.noneFits" : "lots.noTakers")}</p>
      )}
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="w-fit text-sm text-muted">{t("lots.others", { count: rest.length })}</summary>
          <TakerTable lot={lot} takers={rest} />
        </details>
      ) : null}
    </article>
  );
}

function TakerTable({ lot, takers }: { readonly lot: OwnLot; readonly takers: Takers }) {
  const t = useTranslations("route");
  const locale = useLocale();
  const nameOf = (code: string) => provinceName(code, locale) ?? code;
  return (
    <DataTable
      caption={`${readerHalf(lot.name, locale)}: ${t("lots.takers")}`}
      rows={takers}
      rowKey={({ publicId }) => publicId}
      columns={[
        {
          key: "taker",
          label: t("lots.taker"),
          lead: true,
          cell: ({ publicId, nameZh, nameEn }) => (
            <TextLink href={`/recyclers/${publicId}`}>
              {(locale === "en" ? nameEn : null) ?? nameZh ?? nameEn}
            </TextLink>
          ),
        },
        {
          key: "qualification",
          speaks: true,
          label: t("plan.qualification"),
          cell: ({ qualification }) => t(`qualification.${qualification}`),
        },
        {
          key: "province",
          label: t("plan.province"),
          speaks: true,
          cell: ({ province }) => nameOf(province),
        },
        {
          key: "km",
          label: t("lots.distance"),
          align: "end",
          speaks: true,
          cell: ({ km }) => (km === null ? "" : t("lots.km", { km: formatNumber(km, locale) })),
        },
        {
          key: "verdict",
          speaks: true,
          label: t("lots.verdict"),
          cell: ({ unfit }) =>
            unfit.length === 0 ? (
              <span className="whitespace-nowrap text-success">✓ {t("lots.fits")}</span>
            ) : (
              <span className="text-sm text-muted">
                {unfit.map((one) => t(`unfit.${one}`)).join(locale === "en" ? ", " : "、")}
              </span>
            ),
        },
        {
          key: "ask",
          speaks: true,
          label: t("lots.ask"),
          cell: ({ firm, unfit, isOwn, nameZh, nameEn }) =>
            isOwn ? (
              <Badge>{t("lots.own")}</Badge>
            ) : unfit.length === 0 ? (
              <TextLink href={`/organizations/${firm}#postings`} className="whitespace-nowrap">
                {t("lots.askIt")}
                <span className="sr-only"> {(locale === "en" ? nameEn : null) ?? nameZh ?? nameEn}</span>
              </TextLink>
            ) : null,
        },
      ]}
    />
  );
}
