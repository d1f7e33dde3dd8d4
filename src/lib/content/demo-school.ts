// The names from which `src/commands/generate-demo-school.ts` deals out the children of the demo
// school. Nobody is real; only the command reads this.

/** The words of a text, however it is laid out. */
export const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

export const LOCAL_FIRST = words(`
	Siân Siôn Llŷr Nêst Gwên Gwenllian Angharad Rhian Rhys Rhodri Owain Osian Ioan Iestyn Ifan Emyr
	Gethin Gruffydd Guto Macsen Tomos Twm Dylan Dafydd Deio Elis Efan Eifion Harri Hywel Idris Ithel
	Jac Lewys Macs Meilyr Mabon Nedw Taliesin Teifi Alaw Alys Anest Beca Betsan Branwen Briallen Cadi
	Carys Catrin Ceri Cerys Efa Eira Eleri Elin Elliw Enfys Erin Esyllt Fflur Ffion Greta Gwawr Gwen
	Haf Heledd Leusa Lili Lleucu Llinos Lowri Luned Mabli Mared Martha Megan Menna Mirain Morfydd Nia
	Non Olwen Sara Seren Sioned Tegan Tirion Amelia Alfie Archie Arthur Ava Bethan Charlie Chloe Daisy
	Ella Emily Evie Florence Freddie George Grace Harriet Henry Isla Ivy Jack James Jessica Leo Lily
	Logan Lucas Matilda Millie Noah Oliver Oscar Poppy Rosie Ruby Sophie Theo Thomas Willow`);

export const LOCAL_LAST = words(`
	Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen James Rees
	Price Morris Phillips Lloyd Powell Parry Pritchard Prosser Howells Llewellyn Bowen Bevan Vaughan
	Rhydderch Prydderch Gwynne Tudur Penri Emlyn Glyn Llwyd Smith Taylor Brown Walker Green Clarke
	Wright Carter Baker Cooper Ward Murphy O'Neill O'Brien Lloyd-Jones Rhys-Davies D'Arcy`);

/** Families with roots elsewhere; names as parents write them on a school form here. */
export const OTHER_NAMES = `
	Zofia Wiśniewska, Łukasz Kowalczyk, Małgorzata Dąbrowska, Stanisław Zieliński, Kacper Wójcik,
	Oliwia Nowak, Mohammed Al-Hassan, Aisha Rahman, Yusuf Sa'id, Fatimah El-Sayed, Khadija Begum,
	Ibrahim Al-Masri, Xinyi Zhang, Zihan Li, Jia Hui Chen, Haoran Wang, Priya Nair, Arjun Singh,
	Simran Kaur, Ananya Krishnamurthy, Oleksandr Shevchuk, Solomiya Kovalenko, João Gonçalves,
	Inês Araújo, Chinedu Okafor, Amara Nwosu, Nguyễn An Trần, Aoife Brennan, Fionn O'Brien,
	Zoë Müller, Anaïs Lefèvre, Björn Sørensen`
	.split(',')
	.map((name) => {
		const parts = words(name);
		return { first: parts.slice(0, -1).join(' '), last: parts.at(-1) ?? '' };
	});
