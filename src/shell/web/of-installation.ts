/** The pages that are of the installation and of no municipality: whoever needs them has their address. */
const OF_INSTALLATION = ["/borja", "/drift"];
export const isBare = (path: string): boolean => OF_INSTALLATION.includes(path);
