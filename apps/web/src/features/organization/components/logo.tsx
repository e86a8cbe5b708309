import { cn } from "@lilink/ui";

export type LogoProps = {
  readonly file: string | null;
  /** On its own page it is large, in a list small. */
  readonly size?: "list" | "page";
};

/** The picture of a body beside its name, which says the same: a reader who hears the page misses nothing. */
export function Logo({ file, size = "list" }: LogoProps) {
  if (!file) return null;
  return (
    <img
      src={`/api/files/${file}`}
      alt=""
      loading="lazy"
      className={cn("shrink-0 rounded-sm bg-white object-contain", size === "page" ? "size-12" : "size-6")}
    />
  );
}
