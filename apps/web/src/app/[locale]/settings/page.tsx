import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyHelp } from "#features/settings/components/key-help.tsx";
import { ProfileForm } from "#features/settings/components/profile-form.tsx";
import { requireViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("profile") };
}

export default async function ProfilePage() {
  await requireViewer("/settings");
  const self = await (await caller()).person.load();
  return (
    <ProfileForm
      email={self.email}
      keys={<KeyHelp />}
      values={{
        name: self.name,
        phone: self.phone ?? "",
        locale: self.locale === "en" ? "en" : "zh-CN",
        singleKeys: self.singleKeys,
      }}
    />
  );
}
