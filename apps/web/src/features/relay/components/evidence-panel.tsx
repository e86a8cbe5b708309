import { formatDate, readerHalf } from "@lilink/i18n";
import { can } from "@lilink/model/policy";
import { Badge, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";
import { readUses } from "../queries.ts";
import { toLocale } from "../view.ts";
import { EvidenceForm } from "./evidence-form.tsx";

type Given = { readonly weakLink: string; readonly state: string; readonly node: unknown };

/** On the page of a weak link, for officers: first uses at its node that both sides confirmed, to be filed as evidence. [RY7] */
export async function EvidencePanel({ weakLink, state, node }: Given) {
  const viewer = await findViewer();
  if (typeof node !== "string" || !can(actorOf(viewer), "fund.keep")) return null;
  const [t, given, { uses, gaps }] = await Promise.all([
    getTranslations("relay"),
    getLocale(),
    readUses(node),
  ]);
  const locale = toLocale(given);
  const apart = uses.filter(({ isApart }) => isApart);
  return (
    <Section
      id="evidence"
      title={t("evidence.title")}
      action={<TextLink href="/fund/relay">{t("evidence.toRelay")}</TextLink>}
    >
      <p className="prose-measure mb-3 text-muted">{t("evidence.lead")}</p>
      {uses.length === 0 ? <p className="text-sm text-muted">{t("evidence.none")}</p> : null}
      <ul className="hairline-list mb-4">
        {uses.map(({ publicId, result, taker, useKind, usedOn, words, isApart }) => (
          <li key={publicId} className="flex flex-col gap-1 py-2">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <TextLink href={`/fund/relay/${result.publicId}`}>
                <OwnWords>{result.title}</OwnWords>
              </TextLink>
              <span className="text-sm text-muted">
                {`${organizationName(taker, locale)} · ${t(`useKind.${useKind}`)} · ${formatDate(usedOn, locale)}`}
              </span>
            </span>
            <span className="text-sm">
              <OwnWords>{words}</OwnWords>
            </span>
            <span>
              <Badge tone={isApart ? "success" : "neutral"}>
                {t(isApart ? "evidence.apart" : "evidence.notApart")}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
      {apart.length > 0 && gaps.length === 0 ? <p className="text-sm">{t("evidence.noGaps")}</p> : null}
      {apart.length > 0 && gaps.length > 0 && state !== "in_work" ? (
        <p className="text-sm text-muted">{t("evidence.begin")}</p>
      ) : null}
      {apart.length > 0 && gaps.length > 0 && state === "in_work" ? (
        <ClientMessages namespaces={["relay"]}>
          <EvidenceForm
            weakLink={weakLink}
            uses={apart.map(({ publicId, result, taker }) => ({
              value: publicId,
              label: `${readerHalf(result.title, locale)} (${organizationName(taker, locale)})`,
            }))}
            gaps={gaps.map(({ publicId, measure, isClosed }) => ({
              value: publicId,
              label: `${measure} (${t(isClosed ? "evidence.isClosed" : "evidence.isOpen")})`,
            }))}
          />
        </ClientMessages>
      ) : null}
    </Section>
  );
}
