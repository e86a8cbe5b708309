import { loadGoal } from "@lilink/model/goals";
import { getLocale } from "next-intl/server";
import { HomePage } from "#features/home/components/home-page.tsx";
import { readChainCounts, readTeasers } from "#features/home/queries.ts";
import { readStandings } from "#features/standing/queries.ts";
import { findViewer } from "#lib/session.ts";

export default async function Home() {
  const locale = await getLocale();
  const [viewer, chain, standings, teasers] = await Promise.all([
    findViewer(),
    readChainCounts(),
    readStandings(),
    readTeasers(locale),
  ]);
  return (
    <HomePage
      signedIn={viewer !== null}
      chain={chain}
      printed={standings.filter((one) => loadGoal(one.goal).target !== null)}
      teasers={teasers}
    />
  );
}
