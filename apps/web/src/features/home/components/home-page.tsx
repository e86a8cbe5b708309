import { PageHeader } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import type { ChainCount, GoalTeaser, PostingTeaser } from "../view.ts";
import { ChainStrip } from "./chain-strip.tsx";
import { GoalStrip } from "./goal-strip.tsx";
import { HowItWorks, WhoSeesWhat } from "./how-it-works.tsx";
import { PostingTeasers } from "./posting-teasers.tsx";

export type HomePageProps = {
  readonly signedIn: boolean;
  readonly chain: readonly ChainCount[];
  readonly goals: readonly GoalTeaser[];
  readonly standings: readonly StandingItem[];
  readonly teasers: readonly PostingTeaser[];
};

/** What it is, the chain alive, released goals and public teasers. */
export function HomePage({ signedIn, chain, goals, standings, teasers }: HomePageProps) {
  const t = useTranslations("home");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="mb-10 flex flex-wrap gap-3">
        <ButtonLink variant="accent" href={signedIn ? "/postings/new" : "/signin"}>
          {t("post")}
        </ButtonLink>
        <ButtonLink href="/postings">{t("browse")}</ButtonLink>
        {signedIn ? null : <ButtonLink href="/register">{t("register")}</ButtonLink>}
      </div>
      <ChainStrip counts={chain} />
      <PostingTeasers teasers={teasers} signedIn={signedIn} />
      <GoalStrip goals={goals} standings={standings} />
      <HowItWorks />
      <WhoSeesWhat />
    </>
  );
}
