/** Where one changes between municipalities; what is under way stands after "#", which no server and no log is told of. */
export const CROSSING_PAGE = "/byt-kommun";
