import { paperKinds, paperTypes } from "@lilink/model/meeting";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LawNote } from "#features/meeting/components/law-note.tsx";
import { readLawNote } from "#features/meeting/queries.ts";
import { callsMeetings } from "#features/shell/view.ts";
import { requireViewer } from "#lib/session.ts";

const exports: readonly string[] = paperKinds.flatMap((kind) => paperTypes.map((type) => `${kind}.${type}`));

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meeting.law"))("title") };
}

export default async function MeetingLaw({ params, searchParams }: PageProps<"/[locale]/meetings/[id]/law">) {
  const [{ id }, { of }] = await Promise.all([params, searchParams]);
  if (!callsMeetings(await requireViewer(`/meetings/${id}/law`))) notFound();
  const note = await readLawNote(id);
  if (!note) notFound();
  return <LawNote note={note} of={typeof of === "string" && exports.includes(of) ? of : null} />;
}
