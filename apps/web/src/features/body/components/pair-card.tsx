import { formatDate } from "@lilink/i18n";
import { ProgressBar } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { share } from "#features/fund/view.ts";
import { OrganizationBadges } from "#features/organization/components/organization-badges.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { BodyPairView, MergeRequest } from "../queries.ts";
import { sideText, toSigns } from "../view.ts";
import { Bridge } from "./bridge.tsx";
import { PairActions } from "./pair-actions.tsx";

type Side = BodyPairView["first"];

/** Two records side by side: what agrees, what differs, who uses them, and what may be done. [BD2] */
export function PairCard({
  pair,
  request,
}: {
  readonly pair: BodyPairView;
  readonly request: MergeRequest | null;
}) {
  const t = useTranslations("body");
  const kind = useTranslations("organization.kind");
  const link = useTranslations("common.link");
  const locale = useLocale();
  const { first, second } = pair;
  const words = {
    kind: (one: string) => kind(one as Side["kind"]),
    link: (one: string) => link(one as "resource"),
  };
  const names = [first, second].map((side) => organizationName(side, locale)) as [string, string];
  const id = `pair-${first.publicId}-${second.publicId}`;
  const score = share(pair.score);
  const signs = toSigns(pair.signs)
    .map((sign) => t(`sign.${sign}`))
    .join(t("pairs.join"));
  const likeness = signs === "" ? t("pairs.scoreAlone", { score }) : t("pairs.score", { score, signs });
  return (
    <article
      aria-labelledby={id}
      className="flex flex-col gap-4 border-t border-line py-6 first:border-t-0 first:pt-0"
    >
      <h2 id={id} className="sr-only">
        {names.join(" · ")}
      </h2>
      <div className="flex max-w-xl flex-col gap-1">
        <p className="text-sm">{likeness}</p>
        <ProgressBar label={likeness} value={pair.score} valueText={likeness} tone="info" showText={false} />
      </div>
      <table className="w-full table-fixed border-collapse text-left">
        <caption className="sr-only">{t("pairs.caption")}</caption>
        <thead>
          <tr className="align-top">
            <Head side={first} name={names[0]} />
            <th scope="col" className="w-24 px-1 text-center font-normal sm:w-40">
              <span className="sr-only">{t("pairs.says")}</span>
            </th>
            <Head side={second} name={names[1]} />
          </tr>
        </thead>
        <tbody>
          {pair.fields
            .filter(({ agreement }) => agreement !== "neither")
            .map(({ field, agreement }) => (
              <tr key={field} className="border-t border-line align-top">
                <Says text={sideText(first, field, locale, words)} mono={field === "code"} />
                <td className="px-1 py-2 text-center">
                  <span className="flex flex-col items-center text-xs text-muted">
                    <Bridge agreement={agreement} />
                    <span>
                      {t(`compared.${field}`)} <span className="text-ink">{t(`agreement.${agreement}`)}</span>
                    </span>
                  </span>
                </td>
                <Says text={sideText(second, field, locale, words)} mono={field === "code"} />
              </tr>
            ))}
        </tbody>
      </table>
      <PairActions
        first={{ publicId: first.publicId, name: names[0], bar: pair.intoFirst }}
        second={{ publicId: second.publicId, name: names[1], bar: pair.intoSecond }}
        request={request}
      />
    </article>
  );
}

function Head({ side, name }: { readonly side: Side; readonly name: string }) {
  const t = useTranslations("body.pairs");
  const locale = useLocale();
  const uses = [
    side.members > 0 ? t("members", { count: side.members }) : t("idle"),
    ...(side.claims > 0 ? [t("claims", { count: side.claims })] : []),
    ...(side.inPaper ? [t("inPaper")] : []),
    `${t("created")} ${formatDate(side.createdAt, locale)}`,
  ];
  return (
    <th scope="col" className="pb-2 font-normal">
      <TextLink href={`/organizations/${side.publicId}`}>
        <OwnWords>{name}</OwnWords>
      </TextLink>
      <span className="mt-1 flex flex-wrap gap-1">
        <OrganizationBadges organization={side} />
      </span>
      <span className="mt-1 block text-sm text-muted">{uses.join(" · ")}</span>
    </th>
  );
}

function Says({ text, mono }: { readonly text: string; readonly mono: boolean }) {
  const t = useTranslations("body.pairs");
  return (
    <td className={`py-2 wrap-anywhere ${mono ? "font-mono text-sm" : ""}`}>
      {text === "" ? <span className="text-muted">{t("nothing")}</span> : <OwnWords>{text}</OwnWords>}
    </td>
  );
}
