/** How figures are named is the same on the page and in every file. */
export * from "@lilink/documents/release";
