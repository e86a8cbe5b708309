import { HomePage } from "#features/home/components/home-page.tsx";
import { findViewer } from "#lib/session.ts";

export default async function Home() {
  return <HomePage signedIn={(await findViewer()) !== null} chain={[]} goals={[]} teasers={[]} />;
}
