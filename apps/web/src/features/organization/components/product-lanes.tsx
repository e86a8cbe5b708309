import { type LinkId, linkIds } from "@lilink/model/chain";
import { type PostingKind, postingKinds } from "@lilink/model/posting";
import { Section, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import type { OpenPosting } from "../queries.ts";
import { conceptName } from "../view.ts";

/** What a body offers, needs and studies along the chain: a lane for each link, filled where it offers, outlined where it needs. */
export function ProductLanes({ postings }: { readonly postings: readonly OpenPosting[] }) {
  const t = useTranslations("organization.page");
  const kindText = useTranslations("posting.kind");
  const locale = useLocale();
  const links = linkIds.filter((link) => postings.some((one) => one.link === link));
  const kinds = postingKinds.filter((kind) => postings.some((one) => one.kind === kind));
  if (links.length === 0) return null;
  return (
    <Section id="lanes" title={t("lanes")}>
      <div className="@container">
        <div
          className="grid border-y border-line @xl:grid-cols-(--lanes)"
          style={{ "--lanes": `max-content repeat(${kinds.length}, minmax(0, 1fr))` } as React.CSSProperties}
        >
          <span className="hidden border-b border-edge @xl:block" />
          {kinds.map((kind) => (
            <span key={kind} className="hidden border-b border-edge py-1.5 text-sm text-muted @xl:block">
              {kindText(kind)}
            </span>
          ))}
          {links.map((link) => (
            <Lane
              key={link}
              link={link}
              kinds={kinds}
              postings={postings.filter((one) => one.link === link)}
              name={(id) => conceptName(id, locale)}
            />
          ))}
        </div>
      </div>
    </Section>
  );
}

type LaneProps = {
  readonly link: LinkId;
  readonly kinds: readonly PostingKind[];
  readonly postings: readonly OpenPosting[];
  readonly name: (concept: string) => string;
};

function Lane({ link, kinds, postings, name }: LaneProps) {
  const kindText = useTranslations("posting.kind");
  const maturity = useTranslations("posting.maturity");
  return (
    <>
      <span className="border-line pt-3 @xl:border-t @xl:py-2.5 @xl:pr-5">
        <LinkBadge link={link} />
      </span>
      {kinds.map((kind) => {
        const here = postings.filter((one) => one.kind === kind);
        const concepts = [...new Set(here.map(({ concept }) => concept))];
        return (
          <ul
            key={kind}
            aria-label={kindText(kind)}
            className="flex flex-col items-start gap-1.5 border-line pb-2 @xl:border-t @xl:py-3"
          >
            {concepts.map((concept) => {
              const step = here.find((one) => one.concept === concept && one.fields.maturity)?.fields
                .maturity;
              return (
                <li key={concept} className="flex items-baseline gap-2">
                  <span
                    aria-hidden
                    className="size-2.5 shrink-0 rounded-xs border-2"
                    style={{
                      borderColor: toneColor(link),
                      background: kind === "need" ? "transparent" : toneColor(link),
                      borderStyle: kind === "project" ? "dashed" : "solid",
                    }}
                  />
                  <span>
                    <TextLink href={`/chain/${concept}`} className="no-underline hover:underline">
                      {name(concept)}
                    </TextLink>
                    {step ? <span className="ml-2 text-sm text-muted">{maturity(step)}</span> : null}
                    <span className="ml-2 text-sm text-muted @xl:hidden">{kindText(kind)}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        );
      })}
    </>
  );
}
