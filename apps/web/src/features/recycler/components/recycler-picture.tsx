import { formatNumber } from "@lilink/i18n";
import { concentrationCorridor, firmsBehind, reportedList } from "@lilink/model/recovery";
import { getLocale, getTranslations } from "next-intl/server";
import { caller } from "#lib/trpc/server.ts";
import { ProvinceCapacity } from "./province-capacity.tsx";

/** Who may take batteries: firms and qualifications apart, licensed capacity by province, and how concentrated it is. */
export async function RecyclerPicture() {
  const [t, locale, api] = await Promise.all([getTranslations("recycler"), getLocale(), caller()]);
  const { counts, states, capacity, byCapacity, byMass } = await api.recycler.load({});
  const share = (value: number) => `${Math.round(value * 100)}%`;
  const said = (cr5: number, hhi: number) =>
    `${t("cr5", { share: share(cr5) })} · ${t("hhi", { value: hhi.toFixed(2) })}`;
  const amounts = new Map(capacity.map((one) => [one.province, one.recycling + one.cascade]));
  const unit = (amount: number) => `${formatNumber(amount, locale)} t/a`;
  return (
    <div className="mb-8 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <ProvinceCapacity
        title={t("capacityTitle")}
        head={[t("province"), t("capacity")]}
        amounts={amounts}
        none={t("noCapacity")}
        textOf={unit}
        shortOf={(amount) => formatNumber(Number((amount / 1000).toPrecision(2)), locale)}
      />
      <dl className="flex flex-col gap-5">
        <div>
          <dt className="text-lg font-semibold">{t("counts", counts)}</dt>
          <dd className="text-sm text-muted">
            {t("countsNote", counts)}
            <span className="block">
              {t("states", {
                notice: states.notice ?? 0,
                listed: states.listed ?? 0,
                watch: states.under_watch ?? 0,
              })}
            </span>
          </dd>
        </div>
        <div>
          <dt className="font-medium">
            {t("reported", {
              batches: reportedList.batches,
              reported: reportedList.reported,
              firms: firmsBehind(reportedList),
            })}
          </dt>
          <dd className="text-sm text-muted">
            {t("reportedNote", {
              cascade: reportedList.cascade,
              recycling: reportedList.recycling,
              reported: reportedList.reported,
              both: reportedList.both,
              firms: firmsBehind(reportedList),
            })}
          </dd>
        </div>
        <div>
          <dt className="font-medium">{t("concentration")}</dt>
          <dd className="text-sm">
            <span className="mt-1 block text-muted">{t("byCapacity")}</span>
            <span className="block">
              {byCapacity ? said(byCapacity.cr5, byCapacity.hhi) : t("noCapacity")}
            </span>
            <span className="mt-1 block text-muted">
              {`${t("byMass", { year: String(byMass.year) })} (${t("massNote")})`}
            </span>
            <span className="block">
              {byMass.cr5 !== null && byMass.hhi !== null ? said(byMass.cr5, byMass.hhi) : t("kept")}
            </span>
            <span className="mt-1 block text-muted">{t("corridor", concentrationCorridor)}</span>
          </dd>
        </div>
      </dl>
    </div>
  );
}
