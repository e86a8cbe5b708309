import { findConcept } from "@lilink/model/chain";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { readNodeHealth } from "../queries.ts";
import { NodeHealth } from "./node-health.tsx";

/** On the page of a weak link: how its node stands now, and how to answer it. */
export async function LinkPanel({
  node,
  call,
}: {
  readonly node: unknown;
  /** The public id of the link where a call of the fund may start from it. [FU11] */
  readonly call: string | null;
}) {
  const concept = typeof node === "string" ? findConcept(node) : null;
  if (!concept) return null;
  const [t, health] = await Promise.all([getTranslations("health.board"), readNodeHealth(concept.id)]);
  return (
    <>
      <Section id="answer" title={t("answer")}>
        <p className="prose-measure mb-3 text-muted">{t("answerLead")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink href={`/postings/new?${new URLSearchParams({ concept: concept.id })}`}>
            {t("post")}
          </ButtonLink>
          <TextLink href={{ pathname: "/postings", query: { concept: concept.id } }}>
            {t("postings")}
          </TextLink>
          {call ? (
            <TextLink href={{ pathname: "/fund-calls/new", query: { weakLink: call } }}>{t("call")}</TextLink>
          ) : null}
        </div>
      </Section>
      <NodeHealth node={health?.node ?? null} />
    </>
  );
}
