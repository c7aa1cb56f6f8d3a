import JSZip from "jszip";

/** The first moment that an archive can name. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));
const PROPERTIES = "docProps/core.xml";
const MADE_AT = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g;

/**
 * An Office file without the moment it was made: the same content gives the same bytes, whenever and wherever it is made. When a
 * thing was decided stands in the document; when somebody asked for it is no part of it. The two dates may be left out
 * (ECMA-376 part 2, core properties).
 */
export async function timeless(file: Uint8Array): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(file);
  const properties = await archive.file(PROPERTIES)?.async("string");
  if (properties !== undefined) archive.file(PROPERTIES, properties.replace(MADE_AT, ""));
  for (const part of Object.values(archive.files)) part.date = NO_TIME;
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}
