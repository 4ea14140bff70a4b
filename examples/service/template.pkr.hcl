variable "service_version" {
  type        = string
  description = "What GET / and the header x-service-version say."
}

variable "healthy" {
  type        = string
  default     = "true"
  description = "false: a release whose health check never passes, to see a rollout taken back."
}

variable "service_port" {
  type        = number
  default     = 8080
  description = "Where the service listens."
}

variable "source_ami" {
  type        = string
  description = "The image to start from: Debian, Ubuntu or Amazon Linux."
}

variable "ssh_username" {
  type    = string
  default = "admin"
}

variable "instance_type" {
  type    = string
  default = "t3.micro"
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "sandbox_endpoint" {
  type        = string
  default     = ""
  description = "The sandbox's address; empty for AWS itself."
}

variable "ssh_port" {
  type        = number
  default     = 22
  description = "The sandbox may need another; it says so in STEADFLEET_SANDBOX_SSH_PORT."
}

locals {
  stamp = formatdate("YYYYMMDDhhmmss", timestamp())
}

source "amazon-ebs" "sample" {
  region          = var.region
  source_ami      = var.source_ami
  instance_type   = var.instance_type
  ssh_username    = var.ssh_username
  ssh_port        = var.ssh_port
  ami_name        = "steadfleet-sample-${var.service_version}-${local.stamp}"
  ami_description = "Steadfleet's sample service, version ${var.service_version}"

  custom_endpoint_ec2        = var.sandbox_endpoint
  skip_credential_validation = var.sandbox_endpoint != ""
  skip_metadata_api_check    = var.sandbox_endpoint != ""
  skip_region_validation     = var.sandbox_endpoint != ""
}

build {
  sources = ["source.amazon-ebs.sample"]

  provisioner "ansible" {
    playbook_file    = "${path.root}/playbook.yml"
    user             = var.ssh_username
    use_proxy        = false
    ansible_env_vars = ["ANSIBLE_PIPELINING=True", "ANSIBLE_HOST_KEY_CHECKING=False", "ANSIBLE_NOCOWS=1"]
    extra_arguments = [
      "--extra-vars",
      "service_version=${var.service_version} healthy=${var.healthy} service_port=${var.service_port}",
    ]
  }
}
