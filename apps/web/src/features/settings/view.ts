// Order matters: an Edge browser also says Chrome, and every iPhone says Safari.
const browsers = [
  [/Edg\//, "Edge"],
  [/MicroMessenger/, "WeChat"],
  [/Firefox\//, "Firefox"],
  [/Chrom(e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;
const systems = [
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** A browser's own words in two: "Chrome · Windows"; null where it says nothing that is known. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const find = (names: typeof browsers | typeof systems) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(browsers), find(systems)].filter(Boolean).join(" · ") || null;
}
