import { type LinkId, linkIds } from "@lilink/model/chain";
import { linkOfNeed, needsOf, standingNeeds } from "@lilink/model/posting/standing";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { LinkBadge } from "#components/link-badge.tsx";
import { StandingNeedList } from "./standing-need-list.tsx";

/** The standing needs of the chain by its links; those of the concept that the address names come first and are open. [PO25] */
export function StandingNeeds({ concept }: { readonly concept: string | null }) {
  const t = useTranslations("posting.standing");
  const near = concept ? needsOf(concept) : [];
  const of = (link: LinkId) =>
    standingNeeds.filter((need) => linkOfNeed(need) === link && !near.includes(need));
  return (
    <div className="mt-12 max-w-2xl">
      <Section id="standing-needs" title={t("title")}>
        <p className="mb-3 text-sm text-muted">{t("lead")}</p>
        {near.length > 0 ? <StandingNeedList needs={near} mayPost /> : null}
        {linkIds.map((link) => (
          <details key={link} className="border-b border-line">
            <summary className="py-2">
              <span className="inline-flex items-baseline gap-3">
                <LinkBadge link={link} />
                <span className="text-sm text-muted">{t("count", { count: of(link).length })}</span>
              </span>
            </summary>
            <StandingNeedList needs={of(link)} mayPost />
          </details>
        ))}
      </Section>
    </div>
  );
}
