/* Instances of the estate, with their volumes. */
#include "seed_ec2.h"

enum {	/* draws of an instance */
	ROLE = SEED_OWN, TYPE, STATE, UNENCRYPTED, SECOND, WHICH, IMDS, PUBLIC_IP, IMAGE, GROUP, MONITORING
};

static const struct {
	const char *name, *architecture;
	unsigned cores, threads;
} type[] = {
	{ "t3.micro", "x86_64", 1, 2 }, { "t3.medium", "x86_64", 1, 2 }, { "t3.large", "x86_64", 1, 2 },
	{ "m6i.large", "x86_64", 1, 2 }, { "m6g.xlarge", "arm64", 4, 1 }, { "c6g.large", "arm64", 2, 1 },
	{ "r6i.xlarge", "x86_64", 2, 2 }, { "c5.2xlarge", "x86_64", 4, 2 },
};
enum { TYPES = sizeof type / sizeof *type };

static int
running(const struct seed_item *it)
{
	return seed_chance(it, STATE, 88);
}

static void
draw(struct seed_item *it)
{
	static const char *const role[] = { "web", "api", "worker", "batch", "cache", "bastion" };

	it->region = seed_some_region(it);
	it->created = seed_ago(it, SEED_AGE, 62 + seed_pick(it, SEED_STYLE, 700));
	if (seed_chance(it, UNENCRYPTED, 20))
		it->faults |= SEED_BIT(SEED_INSTANCE_EBS);
	seed_name_add(it, seed_project(it));
	seed_name_add(it, "-");
	seed_name_add(it, role[seed_pick(it, ROLE, 6)]);
	seed_name_add(it, "-");
	seed_name_add(it, seed_stage_name(it));
	seed_name_add(it, "-");
	seed_name_number(it, it->number + 1);
	seed_tags_draw(it);
}

int
seed_volume_attached(const struct seed_item *instance, int place)
{
	return place == 0 || seed_chance(instance, SECOND, 60);
}

int
seed_volume_encrypted(const struct seed_item *instance, int place)
{
	unsigned which = seed_pick(instance, WHICH, 3);	/* the first, the second, both */

	if (!seed_has(instance, SEED_INSTANCE_EBS))
		return seed_volume_attached(instance, place) || which > 0;
	if (!seed_volume_attached(instance, 1))
		return place == 1 && which > 0;
	return which != 2 && which != (unsigned)place;
}

static void
put_instance_type(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(type[seed_pick(it, TYPE, TYPES)].name));
}

static void
put_architecture(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(type[seed_pick(it, TYPE, TYPES)].architecture));
}

static void
put_cores(struct buf *b, const struct seed_item *it)
{
	text_number(b, type[seed_pick(it, TYPE, TYPES)].cores);
}

static void
put_threads(struct buf *b, const struct seed_item *it)
{
	text_number(b, type[seed_pick(it, TYPE, TYPES)].threads);
}

static void
put_state(struct buf *b, const struct seed_item *it)
{
	text_span(b, running(it) ? SPAN("{\"Code\":16,\"Name\":\"running\"}") :
	    SPAN("{\"Code\":80,\"Name\":\"stopped\"}"));
}

static void
put_image(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "ami-0");
	text_hex(b, seed_mix(seed_pick(it, IMAGE, 12) + 1), 16);
}

static void
put_imds(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_chance(it, IMDS, 75) ? SPAN("required") : SPAN("optional"));
}

static void
put_monitoring(struct buf *b, const struct seed_item *it)
{
	text_span(b, seed_chance(it, MONITORING, 25) ? SPAN("enabled") : SPAN("disabled"));
}

/* Four numbers below 256, from a byte of the key on, with dots or dashes between. */
static void
put_address(struct buf *b, const struct seed_item *it, const char *net, const char *dot)
{
	text_span(b, span_of(net));
	text_number(b, (unsigned)(it->account * SEED_REGIONS + it->region));
	text_span(b, span_of(dot));
	text_number(b, it->key >> 8 & 255);
	text_span(b, span_of(dot));
	text_number(b, it->key & 255);
}

static void
put_private(struct buf *b, const struct seed_item *it)
{
	put_address(b, it, "10.", ".");
}

static void
put_dashed(struct buf *b, const struct seed_item *it)
{
	put_address(b, it, "10-", "-");
}

/* A documentation address (RFC 5737). */
static void
put_public(struct buf *b, const struct seed_item *it)
{
	if (!running(it) || !seed_chance(it, PUBLIC_IP, 25))
		return;
	text_literal(b, ",\"PublicIpAddress\":\"203.0.113.");
	text_number(b, it->key >> 16 & 255);
	text_literal(b, "\"");
}

static void
put_mac(struct buf *b, const struct seed_item *it)
{
	unsigned i;

	text_literal(b, "0a");
	for (i = 0; i < 5; i++) {
		text_literal(b, ":");
		text_hex(b, it->key >> 8 * i, 2);
	}
}

/* Some of the instance's volumes, as a template of theirs, with between between them. */
static void
put_each_volume(struct buf *b, const struct seed_item *it, int unencrypted, int place, const char *between)
{
	struct seed_item volume;
	const char *before = "";
	int i;

	for (i = 0; i < 2; i++) {
		if (!seed_volume_attached(it, i) || (unencrypted && seed_volume_encrypted(it, i)))
			continue;
		text_span(b, span_of(before));
		seed_item_draw(&volume, it->estate, SEED_VOLUME, it->account, 2 * it->number + (unsigned)i);
		volume.past = it->past;
		seed_put_template(b, &volume, place);
		before = between;
	}
}

static void
put_mappings(struct buf *b, const struct seed_item *it)
{
	put_each_volume(b, it, 0, SEED_VOLUME_MAPPING, ",");
}

static void
put_volumes(struct buf *b, const struct seed_item *it)
{
	put_each_volume(b, it, 0, SEED_CONFIGURATION, ",");
}

static void
put_unencrypted(struct buf *b, const struct seed_item *it)
{
	put_each_volume(b, it, 1, SEED_VOLUME_EVIDENCE, ",");
}

static void
put_unencrypted_ids(struct buf *b, const struct seed_item *it)
{
	put_each_volume(b, it, 1, SEED_VOLUME_ID, ", ");
}

static void
put_total(struct buf *b, const struct seed_item *it)
{
	text_number(b, (unsigned)(1 + seed_volume_attached(it, 1)));
}

static void
put_groups(struct buf *b, const struct seed_item *it)
{
	struct seed_item group;

	seed_group_of(&group, it, seed_draw(it, GROUP));
	seed_put_template(b, &group, SEED_GROUP_NAME);
}

void
seed_ec2_tags(struct buf *b, const struct seed_item *it)
{
	if (!it->tags.n)
		return;
	text_literal(b, "\"Tags\":[");
	seed_tags_list(b, it);
	text_literal(b, "],");
}

static const struct seed_slot slots[] = {
	{ "instancetype", put_instance_type }, { "architecture", put_architecture }, { "cores", put_cores },
	{ "threads", put_threads }, { "state", put_state }, { "image", put_image }, { "imds", put_imds },
	{ "monitoring", put_monitoring }, { "private", put_private }, { "dashed", put_dashed },
	{ "public", put_public }, { "mac", put_mac }, { "mappings", put_mappings }, { "volumes", put_volumes },
	{ "groups", put_groups }, { "tagmember", seed_ec2_tags }, { "unencrypted", put_unencrypted },
	{ "unencryptedids", put_unencrypted_ids }, { "total", put_total }, { NULL, NULL }
};

enum { EBS_VERDICT = SEED_TEMPLATE_OWN };

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:ec2:$region:$account:instance/i-$id" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"Architecture": "$architecture", "BlockDeviceMappings": [$mappings], "ClientToken": "$uuid",
		"EbsOptimized": true, "EnaSupport": true, "Hypervisor": "xen",
		"IamInstanceProfile": {"Arn": "arn:aws:iam::$account:instance-profile/$project-$stage",
			"Id": "AIPA$unique"},
		"NetworkInterfaces": [{
			"Attachment": {"AttachTime": "$created", "AttachmentId": "eni-attach-$id",
				"DeleteOnTermination": true, "DeviceIndex": 0, "Status": "attached", "NetworkCardIndex": 0},
			"Description": "", "Groups": [$groups], "Ipv6Addresses": [], "MacAddress": "$mac",
			"NetworkInterfaceId": "eni-$id", "OwnerId": "$account",
			"PrivateDnsName": "ip-$dashed.$region.compute.internal", "PrivateIpAddress": "$private",
			"PrivateIpAddresses": [{"Primary": true,
				"PrivateDnsName": "ip-$dashed.$region.compute.internal", "PrivateIpAddress": "$private"}],
			"SourceDestCheck": true, "Status": "in-use", "SubnetId": "$subnet", "VpcId": "$vpc",
			"InterfaceType": "interface"}],
		"RootDeviceName": "/dev/xvda", "RootDeviceType": "ebs", "SecurityGroups": [$groups],
		"SourceDestCheck": true, $tagmember "VirtualizationType": "hvm",
		"CpuOptions": {"CoreCount": $cores, "ThreadsPerCore": $threads},
		"CapacityReservationSpecification": {"CapacityReservationPreference": "open"},
		"HibernationOptions": {"Configured": false},
		"MetadataOptions": {"State": "applied", "HttpTokens": "$imds", "HttpPutResponseHopLimit": 2,
			"HttpEndpoint": "enabled", "HttpProtocolIpv6": "disabled", "InstanceMetadataTags": "disabled"},
		"EnclaveOptions": {"Enabled": false}, "BootMode": "uefi-preferred", "PlatformDetails": "Linux/UNIX",
		"UsageOperation": "RunInstances", "UsageOperationUpdateTime": "$created",
		"PrivateDnsNameOptions": {"HostnameType": "ip-name", "EnableResourceNameDnsARecord": false,
			"EnableResourceNameDnsAAAARecord": false},
		"MaintenanceOptions": {"AutoRecovery": "default"}, "CurrentInstanceBootMode": "uefi",
		"InstanceId": "i-$id", "ImageId": "$image", "State": $state,
		"PrivateDnsName": "ip-$dashed.$region.compute.internal", "PublicDnsName": "",
		"StateTransitionReason": "", "KeyName": "$project-$stage", "AmiLaunchIndex": 0, "ProductCodes": [],
		"InstanceType": "$instancetype", "LaunchTime": "$created",
		"Placement": {"AvailabilityZone": "$zone", "GroupName": "", "Tenancy": "default"},
		"Monitoring": {"State": "$monitoring"}, "SubnetId": "$subnet", "VpcId": "$vpc",
		"PrivateIpAddress": "$private" $public, "Volumes": [$volumes]
	}) },
	[EBS_VERDICT] = { .text = SEED_TEXT("Message": "unencrypted: $unencryptedids",
		"Evidence": {"UnencryptedVolumes": [$unencrypted], "TotalVolumes": $total}) },
};

static const struct seed_verdict verdicts[] = {
	{ SEED_INSTANCE_EBS, EBS_VERDICT, NULL }, { SEED_FAULTS, 0, NULL }
};

const struct seed_kind seed_instance_kind = {
	.type = "AWS::EC2::Instance", .service = "ec2", .share = 20, .draw = draw, SEED_TEMPLATES(templates),
	.slots = slots, .verdicts = verdicts
};
