import { openApiDocument } from "@lilink/api";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiGuide } from "#features/settings/components/api-guide.tsx";
import { toGuide } from "#features/settings/components/to-guide.ts";
import { runtime } from "#lib/runtime.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.guide"))("title") };
}

export default async function InterfacePage() {
  const { publicUrl } = runtime().config;
  const guide = toGuide(openApiDocument(publicUrl, await getLocale()));
  return <ApiGuide guide={guide} publicUrl={publicUrl} />;
}
